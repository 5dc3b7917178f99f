import { sql } from 'kysely'
import type { Instant } from '../../../../kernel/clock.ts'
import type { Tx } from '../../../../platform/db/index.ts'
import { BATCH, type Part } from './domain.ts'

export type SealedPart = { readonly concernId: string; readonly part: Part; readonly body: Buffer }
export type Batch = {
  readonly concerns: readonly { readonly id: string; readonly ref: string; readonly receivedAt: Instant }[]
  readonly parts: readonly SealedPart[]
  /** All that this officer may see, and how many of them came before this batch. */
  readonly total: number
  readonly before: number
}

/** The next concerns, the newest first, with what is written on them, all sealed. `search` logs it. */
export async function listBatch(tx: Tx, after: string | undefined): Promise<Batch> {
  const beyond = after
    ? sql`(c.received_at, c.id) < (select a.received_at, a.id from concerns.concern a where a.id = ${after}::uuid)`
    : sql`true`
  const [{ rows: concerns }, { rows: counts }] = await Promise.all([
    sql<{ id: string; ref: string; receivedAt: Instant; body: Buffer }>`
      select c.id, c.ref, c.received_at, c.body from concerns.concern c where ${beyond}
       order by c.received_at desc, c.id desc limit ${sql.lit(BATCH)}`.execute(tx),
    sql<{ total: number; beyond: number }>`
      select count(*) as total, count(*) filter (where ${beyond}) as beyond from concerns.concern c`.execute(
      tx,
    ),
  ])
  const ids = concerns.map(({ id }) => id)
  const more = await listWords(tx, ids)
  const { total = 0, beyond: left = 0 } = counts[0] ?? {}
  const bodies = concerns.map(({ id, body }): SealedPart => ({ concernId: id, part: 'concern', body }))
  return { concerns, parts: [...bodies, ...more], total, before: total - left }
}

async function listWords(tx: Tx, ids: readonly string[]): Promise<SealedPart[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<SealedPart>`
    select m.concern_id, 'message' as part, m.body from concerns.message m where m.concern_id = any (${ids}::uuid[])
    union all
    select n.concern_id, 'note', n.body from concerns.note n where n.concern_id = any (${ids}::uuid[])`.execute(
    tx,
  )
  return rows
}
