import { sql } from 'kysely'
import type { Instant } from '../../../kernel/clock.ts'
import type { PersonId } from '../../../kernel/ids.ts'
import type { Tx } from '../../../platform/db/index.ts'

export type OwnSession = { readonly id: string; readonly createdAt: Instant; readonly lastSeenAt: Instant }

/** Sessions of whoever acts now that still work, the latest used first. */
export async function listOwnSessions(
  tx: Tx,
  me: PersonId,
  idleSince: Instant,
  begunSince: Instant,
): Promise<OwnSession[]> {
  return tx
    .selectFrom('identity.session')
    .select(['id', 'createdAt', 'lastSeenAt'])
    .where('personId', '=', me)
    .where('endedAt', 'is', null)
    .where('lastSeenAt', '>', idleSince)
    .where('createdAt', '>', begunSince)
    .orderBy('lastSeenAt', 'desc')
    .execute()
}

/** Ends one of the own sessions, or all but the one whose hash is kept. How many ended. */
export async function endOwnSessions(
  tx: Tx,
  only: string | null,
  kept: Buffer | null,
  now: Instant,
): Promise<number> {
  const { rows } = await sql<{ gone: number }>`select identity.end_own_sessions(${only}::uuid, ${kept}::bytea,
    ${now}::timestamptz) as gone`.execute(tx)
  return rows[0]?.gone ?? 0
}

/** A new password for whoever acts now; their other sessions end. */
export async function changeOwnPassword(tx: Tx, hash: string, kept: Buffer, now: Instant): Promise<void> {
  await sql`select identity.change_own_password(${hash}, ${kept}, ${now}::timestamptz)`.execute(tx)
}

export async function replaceOwnRecoveryCodes(tx: Tx, hashes: readonly Buffer[]): Promise<void> {
  await sql`select identity.replace_own_recovery_codes(${[...hashes]}::bytea[])`.execute(tx)
}
