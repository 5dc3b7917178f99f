import { sql } from 'kysely'
import type { Instant } from '../../kernel/clock.ts'
import type { Tx } from '../db/index.ts'
import type { LogName } from './verify.ts'

/** At most this many rows a seal; a backlog takes several. */
const MOST = 1000

/** Seals what is not sealed yet, through a jobs door of that half. Returns how many rows. */
export async function sealLog(tx: Tx, log: LogName): Promise<number> {
  let sealed = 0
  for (;;) {
    const { rows } = await sql<{ n: number }>`select ${sql.ref(`${log}.seal_entries`)}(${MOST}) as n`.execute(
      tx,
    )
    const n = rows[0]?.n ?? 0
    sealed += n
    if (n < MOST) return sealed
  }
}

export type PublicSeal = {
  readonly half: 'open' | 'closed'
  readonly sealedAt: Instant
  readonly hash: string
}

/**
 * The day's seal of each half, for anybody: made at the first minute of the day, or when Kith is first started on it,
 * so that neither its time nor its change tells what anybody did.
 */
export async function daySeals(tx: Tx): Promise<PublicSeal[]> {
  const { rows } = await sql<{ half: PublicSeal['half']; sealedAt: Instant; hash: Buffer }>`
    select 'open' as half, sealed_at, hash from audit.day_seal()
    union all select 'closed', sealed_at, hash from vault_audit.day_seal()`.execute(tx)
  return rows.map((row) => ({ ...row, hash: row.hash.toString('hex') }))
}
