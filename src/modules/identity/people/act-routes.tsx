import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { NotFound } from '../../../kernel/errors.ts'
import { readForm } from '../../../kernel/form.ts'
import { isId } from '../../../kernel/ids.ts'
import { requires } from '../guard-routes.ts'
import type { Action } from '../permissions.ts'
import { type Asked, agreeToRole, type Changed, closeAccount, endRole, reopenAccount } from './change.ts'
import { VersionForm } from './forms.ts'
import { agreeToLink, newLink, withdrawLink } from './link.ts'
import { readPerson } from './read.ts'
import { type Deps, linkOf, personId } from './routes.tsx'
import { LinkPage } from './views/LinkPage.tsx'
import { PersonPage } from './views/PersonPage.tsx'

type ByGrant = { Params: { id: string; grant?: string } }
type Act = {
  readonly path: string
  readonly may: readonly Action[]
  /** What was asked for, when the page was stale. */
  readonly wanted: string
  readonly done: string
  readonly run: (
    asked: Asked & { readonly grant: string },
  ) => Promise<Changed<{ token: string | null } | null>>
}

const MANAGE: readonly Action[] = ['people.manage']
const AGREE: readonly Action[] = ['people.approve']

/** One button each on a person's page. */
const ACTS: readonly Act[] = [
  {
    path: 'close',
    may: MANAGE,
    wanted: 'You asked to close this account.',
    done: 'Account closed',
    run: closeAccount,
  },
  {
    path: 'reopen',
    may: MANAGE,
    wanted: 'You asked to open this account again.',
    done: 'Account opened again',
    run: reopenAccount,
  },
  {
    path: 'roles/:grant/agree',
    may: AGREE,
    wanted: 'You asked to agree to a role.',
    done: 'Role agreed',
    run: agreeToRole,
  },
  {
    path: 'roles/:grant/end',
    may: AGREE,
    wanted: 'You asked to end or decline a role.',
    done: 'Role ended',
    run: endRole,
  },
  {
    path: 'link',
    may: MANAGE,
    wanted: 'You asked for a new link.',
    done: 'Asked for a new link. A second person must agree',
    run: newLink,
  },
  {
    path: 'link/agree',
    may: AGREE,
    wanted: 'You asked to agree to a new link.',
    done: 'Link agreed',
    run: agreeToLink,
  },
  {
    path: 'link/withdraw',
    may: AGREE,
    wanted: 'You asked to take a link back.',
    done: 'Link taken back',
    run: withdrawLink,
  },
]

/** Posts of the buttons on a person's page. */
export const actRoutes =
  (deps: Deps): FastifyPluginAsync =>
  async (app) => {
    for (const act of ACTS)
      app.post<ByGrant>(`/staff/people/:id/${act.path}`, { preHandler: requires(...act.may) }, (req, reply) =>
        acted(deps, act, req, reply),
      )
  }

async function acted({ clock, secure }: Deps, act: Act, req: FastifyRequest<ByGrant>, reply: FastifyReply) {
  const id = personId(req.params.id)
  const grant = req.params.grant ?? ''
  if (req.params.grant !== undefined && !isId(grant)) throw new NotFound('role')
  const form = readForm(VersionForm, req.body)
  // without a version nothing is changed, and the page shows how things are
  const version = form.ok ? form.value.version : 0
  const { officer } = req
  const { view, result } = await req.authority.databases.staff.as(officer, async (tx) => ({
    result: await act.run({ tx, officer, id, grant, version, now: clock.now() }),
    view: await readPerson(tx, officer, id),
  }))
  if (!result.ok) {
    const { errors, stale } = result.error
    const wanted = stale && <>{act.wanted} This is how the account is now: look again, then choose again.</>
    return reply.page(<PersonPage view={view} errors={errors} wanted={wanted} />, stale ? 409 : 422)
  }
  const token = result.value?.token
  if (!token) return reply.seeOther(`/staff/people/${id}`, act.done)
  return reply.page(<LinkPage name={view.account.name} person={id} link={linkOf(req, token, secure)} />)
}
