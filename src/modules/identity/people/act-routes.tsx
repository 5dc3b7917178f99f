import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { Person } from '../../../kernel/actor.ts'
import type { Instant } from '../../../kernel/clock.ts'
import { NotFound } from '../../../kernel/errors.ts'
import { readForm } from '../../../kernel/form.ts'
import { isId, type PersonId } from '../../../kernel/ids.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { requires } from '../guard-routes.ts'
import type { Action } from '../permissions.ts'
import { agreeToRole, type Changed, closeAccount, endRole, reopenAccount } from './change.ts'
import { VersionForm } from './forms.ts'
import { agreeToLink, newLink, withdrawLink } from './link.ts'
import { readPerson } from './read.ts'
import { type Deps, linkOf, personId } from './routes.tsx'
import { LinkPage } from './views/LinkPage.tsx'
import { PersonPage } from './views/PersonPage.tsx'

type ByGrant = { Params: { id: string; grant?: string } }
type Asked = { tx: Tx; officer: Person; id: PersonId; grant: string; version: number; now: Instant }
type Act = {
  readonly path: string
  readonly may: readonly Action[]
  /** What was asked for, when the page was stale. */
  readonly wanted: string
  readonly done: string
  readonly run: (asked: Asked) => Promise<Changed<{ token: string | null } | null>>
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
    run: ({ tx, officer, id, version, now }) => closeAccount(tx, officer, id, version, now),
  },
  {
    path: 'reopen',
    may: MANAGE,
    wanted: 'You asked to open this account again.',
    done: 'Account opened again',
    run: ({ tx, officer, id, version, now }) => reopenAccount(tx, officer, id, version, now),
  },
  {
    path: 'roles/:grant/agree',
    may: AGREE,
    wanted: 'You asked to agree to a role.',
    done: 'Role agreed',
    run: ({ tx, officer, id, grant, version, now }) => agreeToRole(tx, officer, id, grant, version, now),
  },
  {
    path: 'roles/:grant/end',
    may: AGREE,
    wanted: 'You asked to end or decline a role.',
    done: 'Role ended',
    run: ({ tx, officer, id, grant, version, now }) => endRole(tx, officer, id, grant, version, now),
  },
  {
    path: 'link',
    may: MANAGE,
    wanted: 'You asked for a new link.',
    done: 'Asked for a new link. A second person must agree',
    run: ({ tx, officer, id, version, now }) => newLink(tx, officer, id, version, now),
  },
  {
    path: 'link/agree',
    may: AGREE,
    wanted: 'You asked to agree to a new link.',
    done: 'Link agreed',
    run: ({ tx, officer, id, version, now }) => agreeToLink(tx, officer, id, version, now),
  },
  {
    path: 'link/withdraw',
    may: AGREE,
    wanted: 'You asked to take a link back.',
    done: 'Link taken back',
    run: ({ tx, officer, id, version, now }) => withdrawLink(tx, officer, id, version, now),
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
