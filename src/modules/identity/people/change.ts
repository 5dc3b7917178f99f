import type { Person, Role } from '../../../kernel/actor.ts'
import type { Instant } from '../../../kernel/clock.ts'
import { NotFound } from '../../../kernel/errors.ts'
import type { PersonId } from '../../../kernel/ids.ts'
import { type Errors, err, ok, type Result } from '../../../kernel/result.ts'
import { audit } from '../../../platform/audit/index.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { can } from '../permissions.ts'
import { type Account, type Grant, mayAgree, mayClose, mayEnd } from './domain.ts'
import { makeLink, proposeRole } from './invite.ts'
import {
  approveGrant,
  countActiveAdministrators,
  endGrants,
  getAccount,
  holdPerson,
  listGrants,
  renamePerson,
  setStatus,
} from './store.ts'

/** An expected refusal; `stale` when the account has changed since the page was opened. */
type Refusal = { readonly errors: Errors; readonly stale?: true }
export type Changed<T = null> = Result<T, Refusal>
/** One press of a button on a person's page, with the version of the account that the page showed. */
export type Asked = {
  readonly tx: Tx
  readonly officer: Person
  readonly id: PersonId
  readonly version: number
  readonly now: Instant
}
type AskedOfRole = Asked & { readonly grant: string }

type Held = { readonly account: Account; readonly grants: readonly Grant[] }

const refuse = (result: Result<null>): Changed => (result.ok ? result : err({ errors: result.error }))

/** Every change of a person goes through here: one at a time, and only on the version that the page showed. */
export async function changing<T>(
  tx: Tx,
  id: PersonId,
  version: number,
  change: (held: Held) => Promise<Changed<T>>,
): Promise<Changed<T>> {
  const held = await holdPerson(tx, id)
  if (held === undefined) throw new NotFound('person')
  if (held !== version)
    return err({
      errors: { '': 'Somebody changed this account while your page was open. Nothing was saved yet' },
      stale: true,
    })
  return change({ account: await getAccount(tx, id), grants: await listGrants(tx, id) })
}

const openGrants = (grants: readonly Grant[]): readonly Grant[] => grants.filter((grant) => !grant.endedAt)

function grantOf(grants: readonly Grant[], id: string): Grant {
  const grant = grants.find((one) => one.id === id)
  if (!grant) throw new NotFound('role')
  return grant
}

export const rename = (tx: Tx, officer: Person, id: PersonId, input: { name: string; version: number }) =>
  changing(tx, id, input.version, async ({ account }) => {
    await renamePerson(tx, account, input.name)
    await audit(tx, officer, 'person.renamed', id)
    return ok(null)
  })

/** Closes an account: out in every browser at once, and its roles end, so that opening it again gives none back. */
export const closeAccount = ({ tx, officer, id, version, now }: Asked) =>
  changing(tx, id, version, async ({ account, grants }) => {
    const open = openGrants(grants)
    const held = open.filter((grant) => grant.approvedAt).map((grant) => grant.role)
    const allowed = mayClose(officer, account, held, await countActiveAdministrators(tx))
    if (!allowed.ok) return refuse(allowed)
    await setStatus(tx, account, 'closed')
    await endGrants(
      tx,
      open.map((grant) => grant.id),
      officer.id,
      now,
    )
    await audit(tx, officer, 'person.closed', id, { roles: held })
    return ok(null)
  })

/** Opens a closed account again: with no role, and with a new link, as what they knew before no longer counts. */
export const reopenAccount = ({ tx, officer, id, version, now }: Asked) =>
  changing<{ token: string }>(tx, id, version, async ({ account }) => {
    if (account.status !== 'closed') return err({ errors: { '': 'This account is open already' } })
    await setStatus(tx, account, 'invited')
    await audit(tx, officer, 'person.reopened', id)
    return ok({ token: await makeLink(tx, id, now) })
  })

export const giveRole = (
  tx: Tx,
  officer: Person,
  id: PersonId,
  input: { role: Role; version: number },
  now: Instant,
) =>
  changing<{ given: boolean }>(tx, id, input.version, async ({ account, grants }) => {
    if (account.status === 'closed') return err({ errors: { role: 'This account is closed' } })
    if (openGrants(grants).some((grant) => grant.role === input.role))
      return err({ errors: { role: 'They have this role, or it is proposed already' } })
    return ok({ given: await proposeRole(tx, officer, id, input.role, now) })
  })

export const agreeToRole = ({ tx, officer, id, version, now, ...role }: AskedOfRole) =>
  changing(tx, id, version, async ({ account, grants }) => {
    const grant = grantOf(grants, role.grant)
    const allowed = mayAgree(officer, account, grant)
    if (!allowed.ok) return refuse(allowed)
    await approveGrant(tx, grant.id, officer.id, now)
    await audit(tx, officer, 'person.role-agreed', id, { role: grant.role })
    return ok(null)
  })

/** Ends a role, or declines one that is only proposed. It takes effect at the person's next request. */
export const endRole = ({ tx, officer, id, version, now, ...role }: AskedOfRole) =>
  changing(tx, id, version, async ({ account, grants }) => {
    const grant = grantOf(grants, role.grant)
    if (grant.endedAt) return err({ errors: { '': 'This role has ended already' } })
    const agreed = grant.approvedAt !== null
    // whoever may agree may decline; only an administrator ends what was agreed
    if (agreed && !can(officer, 'people.manage')) throw new NotFound('role')
    const allowed = mayEnd(account, grant.role, agreed, await countActiveAdministrators(tx))
    if (!allowed.ok) return refuse(allowed)
    await endGrants(tx, [grant.id], officer.id, now)
    await audit(tx, officer, agreed ? 'person.role-ended' : 'person.role-declined', id, { role: grant.role })
    return ok(null)
  })
