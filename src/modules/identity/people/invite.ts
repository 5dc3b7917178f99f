import { type Person, type Role, SAFEGUARDING_ROLES, type System } from '../../../kernel/actor.ts'
import type { Instant } from '../../../kernel/clock.ts'
import { newId, type PersonId } from '../../../kernel/ids.ts'
import { err, ok, type Result } from '../../../kernel/result.ts'
import { audit } from '../../../platform/audit/index.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { INVITATION_DAYS, newInvitationToken } from '../invitation/domain.ts'
import { insertInvitation } from '../invitation/store.ts'
import { waitsForSecond } from './domain.ts'
import { findAccountByEmail, insertGrant, insertPerson } from './store.ts'

export type Invited = {
  readonly person: PersonId
  /** The token of the link, shown once. */
  readonly token: string
  /** Roles that a second person must agree to. */
  readonly waiting: readonly Role[]
}

/**
 * Makes an account and a link to set it up. An administrator's acts come through the staff door; those of whoever
 * runs Kith (`system('operator')`) through the jobs' door, where all roles but the safeguarding ones are given at
 * once. The only expected failure is an address that has an account.
 */
export async function invitePerson(
  tx: Tx,
  actor: Person | System,
  { name, email, roles }: { name: string; email: string; roles: readonly Role[] },
  now: Instant,
): Promise<Result<Invited>> {
  if (await findAccountByEmail(tx, email))
    return err({ email: 'Somebody with this email address has an account already' })
  const person = newId<'person'>(now.epochMilliseconds) satisfies PersonId
  await insertPerson(tx, { id: person, email, name, createdAt: now })
  await audit(tx, actor, 'person.invited', person)
  const waiting: Role[] = []
  for (const role of new Set(roles))
    if (!(await proposeRole(tx, actor, person, role, now))) waiting.push(role)
  const token = await makeLink(tx, person, now)
  return ok({ person, token, waiting })
}

/** Gives a role, or proposes it where two people must agree. True when it is theirs at once. */
export async function proposeRole(
  tx: Tx,
  actor: Person | System,
  person: PersonId,
  role: Role,
  now: Instant,
): Promise<boolean> {
  const proposer = actor.kind === 'person' ? actor.id : null
  const waits = proposer === null ? SAFEGUARDING_ROLES.includes(role) : waitsForSecond(role, proposer, person)
  const approval = waits ? { approvedBy: null, approvedAt: null } : { approvedBy: proposer, approvedAt: now }
  await insertGrant(tx, person, { id: newId(), role, proposedBy: proposer, proposedAt: now, ...approval })
  await audit(tx, actor, waits ? 'person.role-proposed' : 'person.role-given', person, { role })
  return !waits
}

/** Makes a link at once and gives its token. The database refuses it where two people must agree. */
export async function makeLink(tx: Tx, person: PersonId, now: Instant): Promise<string> {
  const { token, hash } = newInvitationToken()
  await insertInvitation(tx, { id: newId(), person, hash, expires: linkExpiry(now), now })
  return token
}

export const linkExpiry = (now: Instant): Instant => now.add({ hours: INVITATION_DAYS * 24 })
