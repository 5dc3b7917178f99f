import { sql } from 'kysely'
import type { Instant } from '../../../../kernel/clock.ts'
import type { PersonId } from '../../../../kernel/ids.ts'
import type { Tx } from '../../../../platform/db/index.ts'
import { type After, PAGE, type Query, type QueueRow, type Show } from './domain.ts'

/** One page of the queue and one row more, which tells whether there is a next page. */
export async function listQueue(tx: Tx, query: Query, me: PersonId, now: Instant): Promise<QueueRow[]> {
  const { rows } = await sql<QueueRow>`
    select c.id, c.ref, c.status, c.channel, c.danger_now, c.burst, c.received_at, c.acknowledge_by,
           c.acknowledged_at, c.check_by, p.name as assigned,
           c.id in (${TO_CHECK}) as to_check
      from concerns.concern c left join identity.person p on p.id = c.assigned_to
     where ${shown(query.show, me, now)} and ${from(query)}
     order by ${ORDER[query.sort]} limit ${sql.lit(PAGE + 1)}`.execute(tx)
  return rows
}

const ORDER = {
  clock: sql`(not (c.danger_now and c.status = 'received')), (c.due_at is null), coalesce(c.due_at, c.received_at), c.id`,
  newest: sql`c.received_at desc, c.id`,
  oldest: sql`c.received_at, c.id`,
}

const OPEN = sql`c.status <> 'closed'`
// few at any time, so they are read once and not once a row
const TO_CHECK = sql`select h.concern_id from concerns.handover h where h.state in ('waiting', 'sent-unchecked')`

function shown(show: Show, me: PersonId, now: Instant) {
  switch (show) {
    case 'mine':
      return sql`${OPEN} and c.assigned_to = ${me}::uuid`
    case 'unassigned':
      return sql`${OPEN} and c.assigned_to is null`
    case 'overdue':
      return sql`${OPEN} and c.due_at < ${now}::timestamptz`
    case 'to-check':
      return sql`${OPEN} and c.id in (${TO_CHECK})`
    case 'closed':
      return sql`c.status = 'closed'`
    default:
      return OPEN
  }
}

function from({ sort, after }: Query) {
  if (!after) return sql`true`
  return BEYOND[sort](after)
}

const BEYOND = {
  clock: ({ calm, idle, at, id }: After) =>
    sql`((not (c.danger_now and c.status = 'received')), (c.due_at is null), coalesce(c.due_at, c.received_at), c.id)
      > (${calm}, ${idle}, ${at}::timestamptz, ${id}::uuid)`,
  newest: ({ at, id }: After) =>
    sql`(c.received_at < ${at}::timestamptz or (c.received_at = ${at}::timestamptz and c.id > ${id}::uuid))`,
  oldest: ({ at, id }: After) => sql`(c.received_at, c.id) > (${at}::timestamptz, ${id}::uuid)`,
}
