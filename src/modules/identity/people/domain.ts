import type { Person, Role } from '../../../kernel/actor.ts'
import type { Instant } from '../../../kernel/clock.ts'
import type { PersonId } from '../../../kernel/ids.ts'
import { err, ok, type Result } from '../../../kernel/result.ts'
import { can } from '../permissions.ts'
import { TWO_PERSON_ROLES } from '../roles.ts'

export type Status = 'invited' | 'active' | 'closed'

export type Account = {
  readonly id: PersonId
  readonly name: string
  readonly email: string
  readonly status: Status
  readonly version: number
}

/** An account in a list, with the roles held and those that wait for a second person. */
export type Listed = Account & { readonly roles: readonly Role[]; readonly waiting: readonly Role[] }
export const PAGE_SIZE = 25

/** A role that was proposed, perhaps agreed to, perhaps ended. */
export type Grant = {
  readonly id: string
  readonly role: Role
  readonly proposedBy: PersonId | null
  readonly proposedAt: Instant
  readonly approvedBy: PersonId | null
  readonly approvedAt: Instant | null
  readonly endedAt: Instant | null
}

export const takesTwo = (role: Role): boolean => TWO_PERSON_ROLES.includes(role)

/** Whether a role is theirs at once, or waits for a second person. Nobody gives themselves a role. */
export const waitsForSecond = (role: Role, proposer: PersonId, holder: PersonId): boolean =>
  takesTwo(role) || proposer === holder

/** Whether somebody may agree to a role: another than who proposed it, and not for themselves. */
export function mayAgree(
  officer: Person,
  holder: Account,
  grant: Pick<Grant, 'proposedBy' | 'approvedAt' | 'endedAt'>,
): Result<null> {
  if (grant.endedAt || grant.approvedAt) return err({ '': 'This has been settled already' })
  if (!can(officer, 'people.approve')) return err({ '': 'You cannot agree to roles' })
  if (grant.proposedBy === officer.id) return err({ '': 'You proposed this. Somebody else must agree to it' })
  if (holder.id === officer.id) return err({ '': 'You cannot agree to something for yourself' })
  if (holder.status === 'invited') return err({ '': 'They must set up their account first' })
  if (holder.status === 'closed') return err({ '': 'This account is closed' })
  return ok(null)
}

/** Whether somebody may agree to a new link. The person need not be active: they may have lost everything. */
export function mayAgreeToLink(officer: Person, holder: Account, proposedBy: PersonId | null): Result<null> {
  if (!can(officer, 'people.approve')) return err({ '': 'You cannot agree to links' })
  if (proposedBy === officer.id) return err({ '': 'You asked for this. Somebody else must agree to it' })
  if (holder.id === officer.id) return err({ '': 'You cannot agree to something for yourself' })
  return ok(null)
}

const LAST = 'This is the last active administrator. Make somebody else an administrator first'

/** The last administrator stays, or nobody could let anybody in. */
export function mayEnd(holder: Account, role: Role, agreed: boolean, administrators: number): Result<null> {
  const counts = role === 'administrator' && agreed && holder.status === 'active'
  return counts && administrators <= 1 ? err({ '': LAST }) : ok(null)
}

/** Nobody closes their own account: the act would take away the right to it halfway. */
export function mayClose(
  officer: Person,
  holder: Account,
  roles: readonly Role[],
  administrators: number,
): Result<null> {
  if (officer.id === holder.id)
    return err({ '': 'You cannot close your own account. Ask another administrator' })
  if (holder.status === 'closed') return err({ '': 'This account is closed already' })
  return mayEnd(holder, 'administrator', roles.includes('administrator'), administrators)
}

export const STATUS_LABELS: Readonly<Record<Status, string>> = {
  invited: 'Invited',
  active: 'Active',
  closed: 'Closed',
}
