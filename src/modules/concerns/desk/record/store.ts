import { sql } from 'kysely'
import type { Instant } from '../../../../kernel/clock.ts'
import type { Tx } from '../../../../platform/db/index.ts'

type NewConcern = {
  id: string
  ref: string
  channel: string
  dangerNow: boolean
  body: Buffer
  generation: number
  receiptHash: Buffer | null
  receiptRecipient: string | null
  receiptUntil: Instant | null
  receivedAt: Instant
  acknowledgeBy: Instant
  acknowledgedAt: Instant | null
  recordedBy: string
}

/** False when this very form was saved before. */
export async function saveConcern(tx: Tx, concern: NewConcern): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('concerns.concern')
    .values(concern)
    .onConflict((already) => already.column('id').doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

const A_YEAR = { hours: 24 * 365 }

/** Until when a receipt given now opens anything: as long as concerns are kept, or a year while that is not set. */
export async function findDeletion(tx: Tx, now: Instant): Promise<Instant> {
  const { rows } = await sql<{ until: Instant }>`
    select ${now}::timestamptz + delete_after as until from kith.record_kind
     where kind = 'concerns' and delete_after is not null`.execute(tx)
  return rows[0]?.until ?? now.add(A_YEAR)
}
