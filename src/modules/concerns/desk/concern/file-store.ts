import { sql } from 'kysely'
import type { Instant } from '../../../../kernel/clock.ts'
import type { Tx } from '../../../../platform/db/index.ts'
import type { HandoverState, Route, Told } from '../decision/domain.ts'
import type { Act } from './domain.ts'

type SealedSaid = { id: string; by: string | null; at: Instant; body: Buffer }
type SealedMessage = SealedSaid & { fromResident: boolean }
type SealedDecision = {
  id: string
  routes: Route[]
  reason: Buffer
  urgent: boolean
  by: string
  at: Instant
}
type SealedHandover = {
  id: string
  decisionId: string
  decidedBy: string
  by: string
  urgent: boolean
  urgentReason: Buffer | null
  state: HandoverState
  version: number
  checkBy: Instant | null
  checker: string | null
  checkerId: string | null
  checkedAt: Instant | null
  note: Buffer | null
}

/** All that hangs on a concern, still sealed. */
export type SealedFile = {
  readonly messages: readonly SealedMessage[]
  readonly notes: readonly SealedSaid[]
  readonly decisions: readonly SealedDecision[]
  readonly handovers: readonly SealedHandover[]
  readonly told: readonly (SealedSaid & { state: Told })[]
  readonly withdrawals: readonly SealedSaid[]
  readonly acts: readonly Act[]
}

const ACTS_SHOWN = 100

/** Everything of one concern, the latest first, sent as one batch. Only `readFile` calls it, and logs the reading. */
export async function listFile(tx: Tx, id: string): Promise<SealedFile> {
  const of = sql`where x.concern_id = ${id}::uuid`
  const [messages, notes, decisions, handovers, told, withdrawals, acts] = await Promise.all([
    sql<SealedMessage>`select x.id, p.name as by, x.sent_at as at, x.body, x.direction = 'from-resident' as from_resident
      from concerns.message x left join identity.person p on p.id = x.sent_by ${of}
      order by x.sent_at desc, x.id desc`.execute(tx),
    sql<SealedSaid>`select x.id, p.name as by, x.written_at as at, x.body
      from concerns.note x left join identity.person p on p.id = x.written_by ${of}
      order by x.written_at desc, x.id desc`.execute(tx),
    listDecisions(tx, id),
    listHandovers(tx, id),
    sql<SealedSaid & { state: Told }>`select x.id, p.name as by, x.at, x.reason as body, x.state
      from concerns.told x left join identity.person p on p.id = x.by ${of} order by x.at desc, x.id desc`.execute(
      tx,
    ),
    sql<SealedSaid>`select x.person_id as id, p.name as by, x.at, x.reason as body
      from concerns.withdrawal x left join identity.person p on p.id = x.person_id ${of} order by x.at desc`.execute(
      tx,
    ),
    sql<Act>`select e.action, coalesce(p.name, e.actor) as by, e.at
      from vault_audit.entry e left join identity.person p on p.id = e.actor_id
      where e.subject = ${id} order by e.id desc limit ${sql.lit(ACTS_SHOWN)}`.execute(tx),
  ])
  return {
    messages: messages.rows,
    notes: notes.rows,
    decisions,
    handovers,
    told: told.rows,
    withdrawals: withdrawals.rows,
    acts: acts.rows,
  }
}

/** Decisions, the latest first. */
export async function listDecisions(tx: Tx, id: string): Promise<SealedDecision[]> {
  const { rows } = await sql<SealedDecision>`
    select d.id, d.routes, d.reason, d.urgent, p.name as by, d.decided_at as at
      from concerns.decision d left join identity.person p on p.id = d.decided_by
     where d.concern_id = ${id}::uuid order by d.decided_at desc, d.id desc`.execute(tx)
  return rows
}

/** Hand-overs to the police, the latest first. */
export async function listHandovers(tx: Tx, id: string): Promise<SealedHandover[]> {
  const { rows } = await sql<SealedHandover>`
    select h.id, h.decision_id, h.decided_by, p.name as by, h.urgent, h.urgent_reason, h.state, h.version, h.check_by,
           k.name as checker, h.checked_by as checker_id, h.checked_at, h.check_note as note
      from concerns.handover h join concerns.decision d on d.id = h.decision_id
      left join identity.person p on p.id = h.decided_by left join identity.person k on k.id = h.checked_by
     where h.concern_id = ${id}::uuid order by d.decided_at desc, h.id desc`.execute(tx)
  return rows
}
