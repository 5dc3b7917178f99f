import { sql } from 'kysely'
import type { Instant } from '../../../../kernel/clock.ts'
import { NotFound } from '../../../../kernel/errors.ts'
import type { Tx } from '../../../../platform/db/index.ts'

export type Figures = {
  readonly open: number
  readonly unassigned: number
  readonly waiting: number
  readonly overdue: number
  readonly inTime: number
  readonly ended: number
  readonly checksWaiting: number
  readonly checksOwed: number
  readonly checksOverdue: number
}
export type OverdueClock = {
  readonly clock: 'acknowledge' | 'check'
  readonly dueAt: Instant
  readonly assigned: boolean
}

/** Counts alone; the database gives no row to somebody whose role does not see them. */
export async function readFigures(tx: Tx, now: Instant, since: Instant): Promise<Figures> {
  const { rows } = await sql<Figures>`
    select * from concerns.clock_figures(${now}::timestamptz, ${since}::timestamptz)`.execute(tx)
  if (!rows[0]) throw new NotFound('figures')
  return rows[0]
}

/** The clocks that have run out, the oldest first, at most a hundred. */
export async function listOverdue(tx: Tx, now: Instant): Promise<OverdueClock[]> {
  const { rows } = await sql<OverdueClock>`
    select * from concerns.overdue_clocks(${now}::timestamptz)`.execute(tx)
  return rows
}
