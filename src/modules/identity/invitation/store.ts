import { sql } from 'kysely'
import type { Instant } from '../../../kernel/clock.ts'
import type { PersonId } from '../../../kernel/ids.ts'
import type { Tx } from '../../../platform/db/index.ts'

export type Invitation = {
  readonly id: string
  readonly personId: PersonId
  readonly name: string
  readonly email: string
  /** Whether they have signed in before: the link then replaces their password and app. */
  readonly again: boolean
}

/** Who a link is for; undefined when it is unknown, used, too old or taken back. */
export async function findInvitation(tx: Tx, hash: Buffer, now: Instant): Promise<Invitation | undefined> {
  const { rows } = await sql<Invitation>`select id, person_id, name, email, again
    from identity.find_invitation(${hash}, ${now}::timestamptz)`.execute(tx)
  return rows[0]
}

export type NewCredential = {
  readonly passwordHash: string
  /** Sealed. */
  readonly totpSecret: string
  readonly step: number
  readonly recoveryHashes: readonly Buffer[]
}

/** Uses a link up. Undefined when it works no more: of two at once, one wins. */
export async function acceptInvitation(tx: Tx, hash: Buffer, set: NewCredential, now: Instant) {
  const { rows } = await sql<{
    who: PersonId | null
  }>`select identity.accept_invitation(${hash}, ${set.passwordHash},
    ${set.totpSecret}, ${set.step}::bigint, ${[...set.recoveryHashes]}::bytea[], ${now}::timestamptz) as who`.execute(
    tx,
  )
  return rows[0]?.who ?? undefined
}

/** Makes a link for somebody; without a hash it is only asked for. Earlier links stop working. */
export async function insertInvitation(
  tx: Tx,
  link: { id: string; person: PersonId; hash: Buffer | null; expires: Instant; now: Instant },
): Promise<void> {
  const { id, person, hash, expires, now } = link
  await sql`select identity.invite(${id}, ${person}, ${hash}::bytea, ${expires}::timestamptz, ${now}::timestamptz)`.execute(
    tx,
  )
}

/** Agrees to a link that somebody else asked for; false when there is nothing to agree to any more. */
export async function agreeToInvitation(
  tx: Tx,
  link: { id: string; hash: Buffer; expires: Instant; now: Instant },
) {
  const { rows } = await sql<{ yes: boolean }>`select identity.agree_to_invitation(${link.id}, ${link.hash},
    ${link.expires}::timestamptz, ${link.now}::timestamptz) as yes`.execute(tx)
  return rows[0]?.yes === true
}

/** Takes a person's open links back; how many there were. */
export async function withdrawInvitations(tx: Tx, person: PersonId, now: Instant): Promise<number> {
  const { rows } = await sql<{
    gone: number
  }>`select identity.withdraw_invitation(${person}, ${now}::timestamptz) as gone`.execute(tx)
  return rows[0]?.gone ?? 0
}

export async function holdsTwoPersonRole(tx: Tx, person: PersonId): Promise<boolean> {
  const { rows } = await sql<{
    yes: boolean
  }>`select identity.holds_two_person_role(${person}) as yes`.execute(tx)
  return rows[0]?.yes === true
}

export type OpenInvitation = {
  readonly id: string
  readonly proposedBy: PersonId | null
  readonly proposedAt: Instant
  /** Null while a second person has not agreed. */
  readonly expiresAt: Instant | null
}

/** The link of a person that is neither used nor taken back, whether or not it is too old. */
export async function findOpenInvitation(tx: Tx, person: PersonId): Promise<OpenInvitation | undefined> {
  const row = await tx
    .selectFrom('identity.invitation')
    .select(['id', 'proposedBy', 'proposedAt', 'expiresAt'])
    .where('personId', '=', person)
    .where('usedAt', 'is', null)
    .where('endedAt', 'is', null)
    .executeTakeFirst()
  return row && { ...row, proposedBy: row.proposedBy as PersonId | null }
}
