import type { Person } from '../../../kernel/actor.ts'
import type { PersonId } from '../../../kernel/ids.ts'
import { audit } from '../../../platform/audit/index.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { LOG_PAGE, type LogEntry, type LogFilter } from './domain.ts'

const COLUMNS = ['id', 'at', 'actorId', 'actor', 'action', 'subject', 'detail'] as const

/** A page of the log, the latest first, and whether there is more. Reading it is itself an act, and is logged. */
export async function readLog(tx: Tx, officer: Person, filter: LogFilter) {
  const used = Object.entries(filter).flatMap(([name, value]) => (value === undefined ? [] : [name]))
  await audit(tx, officer, 'log.read', undefined, { filters: used })
  const rows = await narrowed(tx, filter)
    .select([...COLUMNS])
    .orderBy('id', 'desc')
    .limit(LOG_PAGE + 1)
    .execute()
  return { entries: rows.slice(0, LOG_PAGE) as LogEntry[], more: rows.length > LOG_PAGE }
}

function narrowed(tx: Tx, { person, action, subject, from, to, before }: LogFilter) {
  let query = tx.selectFrom('audit.entry')
  // what somebody did, and what happened to their account
  if (person)
    query = query.where((eb) =>
      eb.or([
        eb('actorId', '=', person),
        eb.and([eb('subject', '=', person), eb('action', 'like', 'person.%')]),
      ]),
    )
  if (action) query = query.where('action', '=', action)
  if (subject) query = query.where('subject', '=', subject)
  if (from) query = query.where('at', '>=', from)
  if (to) query = query.where('at', '<', to)
  if (before) query = query.where('id', '<', before)
  return query
}

const HISTORY = 50

/** What happened to an account, the latest first; empty for whoever may not read it. */
export async function listHistory(tx: Tx, person: PersonId): Promise<LogEntry[]> {
  const rows = await tx
    .selectFrom('audit.entry')
    .select([...COLUMNS])
    .where('subject', '=', person)
    .where('action', 'like', 'person.%')
    .orderBy('id', 'desc')
    .limit(HISTORY)
    .execute()
  return rows as LogEntry[]
}

/** Every action that the log knows, for the filter. */
export async function listActions(tx: Tx): Promise<string[]> {
  const rows = await tx.selectFrom('audit.entry').select('action').distinct().orderBy('action').execute()
  return rows.map(({ action }) => action)
}
