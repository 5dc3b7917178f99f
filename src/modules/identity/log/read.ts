import type { Person } from '../../../kernel/actor.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { personNames } from '../people/store.ts'
import type { LogEntry, LogFilter } from './domain.ts'
import { listActions, readLog } from './store.ts'

export type LogView = {
  readonly entries: readonly LogEntry[]
  readonly more: boolean
  readonly actions: readonly string[]
  readonly names: ReadonlyMap<string, string>
}

/** A page of the log with the names it needs. */
export async function viewLog(tx: Tx, officer: Person, filter: LogFilter): Promise<LogView> {
  const { entries, more } = await readLog(tx, officer, filter)
  const ids = entries.flatMap((entry) => [
    entry.actorId,
    entry.action.startsWith('person.') ? entry.subject : null,
  ])
  const names = await personNames(tx, [...ids, filter.person ?? null])
  return { entries, more, actions: await listActions(tx), names }
}
