import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { Clock } from '../../../kernel/clock.ts'
import { NotFound } from '../../../kernel/errors.ts'
import { blank, readForm } from '../../../kernel/form.ts'
import { isId, type PersonId } from '../../../kernel/ids.ts'
import { requires } from '../guard-routes.ts'
import { invitationPath } from '../invitation/domain.ts'
import { can } from '../permissions.ts'
import { giveRole, rename } from './change.ts'
import { InviteForm, NameForm, RoleForm } from './forms.ts'
import { invitePerson } from './invite.ts'
import { readPerson } from './read.ts'
import { getAccount, listAccounts } from './store.ts'
import { InvitePage } from './views/InvitePage.tsx'
import { LinkPage } from './views/LinkPage.tsx'
import { NamePage } from './views/NamePage.tsx'
import { PeoplePage } from './views/PeoplePage.tsx'
import { PersonPage } from './views/PersonPage.tsx'
import { RolePage } from './views/RolePage.tsx'

export type Deps = { readonly clock: Clock; readonly secure: boolean }
type ById = { Params: { id: string } }

const manage = { preHandler: requires('people.manage') }
const read = { preHandler: requires('people.read') }

/** Throws NotFound for what is no identifier. */
export function personId(id: string): PersonId {
  if (!isId(id)) throw new NotFound('person')
  return id as PersonId
}

const staffOf = (req: FastifyRequest) => req.authority.databases.staff

/** The whole address of a link, to hand over. */
export const linkOf = (req: FastifyRequest, token: string, secure: boolean): string =>
  `${secure ? 'https' : 'http'}://${req.host}${invitationPath(token)}`

/** Lists, invitations, names and new roles. Buttons on a person's page are in act-routes.tsx. */
export const peopleRoutes =
  (deps: Deps): FastifyPluginAsync =>
  async (app) => {
    app.get<{ Querystring: Record<string, unknown> }>('/staff/people', read, async (req, reply) => {
      const search = textOf(req.query.q).trim().slice(0, 100)
      const page = Math.min(Math.max(1, Math.trunc(Number(textOf(req.query.page))) || 1), 100_000)
      const waiting = req.query.waiting === '1'
      const found = await staffOf(req).as(req.officer, (tx) => listAccounts(tx, search, waiting, page))
      const mayInvite = can(req.officer, 'people.manage')
      return reply.page(
        <PeoplePage {...found} search={search} waiting={waiting} page={page} mayInvite={mayInvite} />,
      )
    })

    app.get('/staff/people/invite', manage, async (_req, reply) =>
      reply.page(<InvitePage form={blank(InviteForm)} />),
    )
    app.post('/staff/people/invite', manage, (req, reply) => invited(deps, req, reply))

    app.get<ById>('/staff/people/:id', read, async (req, reply) => {
      const id = personId(req.params.id)
      return reply.page(
        <PersonPage view={await staffOf(req).as(req.officer, (tx) => readPerson(tx, req.officer, id))} />,
      )
    })

    app.get<ById>('/staff/people/:id/name', manage, async (req, reply) => {
      const account = await accountOf(req)
      return reply.page(<NamePage account={account} form={blank(NameForm, account)} />)
    })
    app.post<ById>('/staff/people/:id/name', manage, renamed)

    app.get<ById>('/staff/people/:id/roles/new', manage, async (req, reply) => {
      const account = await accountOf(req)
      return reply.page(<RolePage account={account} form={blank(RoleForm, { version: account.version })} />)
    })
    app.post<ById>('/staff/people/:id/roles', manage, (req, reply) => roleChosen(deps, req, reply))
  }

const textOf = (value: unknown): string => (typeof value === 'string' ? value.replaceAll('\0', '') : '')

const accountOf = (req: FastifyRequest<ById>) => {
  const id = personId(req.params.id)
  return staffOf(req).as(req.officer, (tx) => getAccount(tx, id))
}

async function invited({ clock, secure }: Deps, req: FastifyRequest, reply: FastifyReply) {
  const form = readForm(InviteForm, req.body)
  if (!form.ok) return reply.page(<InvitePage form={form} />, 422)
  const result = await staffOf(req).as(req.officer, (tx) =>
    invitePerson(tx, req.officer, form.value, clock.now()),
  )
  if (!result.ok) return reply.page(<InvitePage form={form.with(result.error)} />, 422)
  const { person, token, waiting } = result.value
  return reply.page(
    <LinkPage name={form.value.name} person={person} link={linkOf(req, token, secure)} waiting={waiting} />,
  )
}

async function renamed(req: FastifyRequest<ById>, reply: FastifyReply) {
  const id = personId(req.params.id)
  const form = readForm(NameForm, req.body)
  const { account, result } = await staffOf(req).as(req.officer, async (tx) => ({
    result: form.ok ? await rename(tx, req.officer, id, form.value) : undefined,
    account: await getAccount(tx, id),
  }))
  if (!form.ok || !result) return reply.page(<NamePage account={account} form={form} />, 422)
  if (result.ok) return reply.seeOther(`/staff/people/${id}`, 'Name changed')
  const again = readForm(NameForm, { name: form.value.name, version: account.version }).with(
    result.error.errors,
  )
  return reply.page(<NamePage account={account} form={again} stale={result.error.stale} />, 409)
}

async function roleChosen({ clock }: Deps, req: FastifyRequest<ById>, reply: FastifyReply) {
  const id = personId(req.params.id)
  const form = readForm(RoleForm, req.body)
  const { view, result } = await staffOf(req).as(req.officer, async (tx) => ({
    result: form.ok ? await giveRole(tx, req.officer, id, form.value, clock.now()) : undefined,
    view: await readPerson(tx, req.officer, id),
  }))
  if (result?.ok)
    return reply.seeOther(
      `/staff/people/${id}`,
      result.value.given ? 'Role given' : 'Role proposed. A second person must agree',
    )
  const stale = result?.error.stale ?? false
  const answers = {
    role: form.fields.role.value,
    version: stale ? view.account.version : form.fields.version.value,
  }
  const again = result ? blank(RoleForm, answers).with(result.error.errors) : form
  return reply.page(<RolePage account={view.account} form={again} />, stale ? 409 : 422)
}
