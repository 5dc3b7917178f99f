import type { Person } from '../../../kernel/actor.ts'
import type { Instant } from '../../../kernel/clock.ts'
import { err, ok, type Result } from '../../../kernel/result.ts'
import { audit } from '../../../platform/audit/index.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { monthsOf, type RecordKind } from './domain.ts'
import type { RecordInput } from './forms.ts'
import { updateKind } from './store.ts'

/** Sets why a kind of record is held and for how long. The log names what changed, not its words. */
export async function setKind(
  tx: Tx,
  officer: Person,
  before: RecordKind,
  input: RecordInput,
  now: Instant,
): Promise<Result<true>> {
  const stale = err({
    '': 'Somebody else has set this since you opened it. What they set is shown below. Check it and save again',
  })
  if (before.version !== input.version) return stale
  if (input.reviewAfter && input.deleteAfter && input.reviewAfter > input.deleteAfter)
    return err({ reviewAfter: 'A record must be reviewed before it is deleted' })
  if (!(await updateKind(tx, before.kind, input, officer.id, now))) return stale
  await audit(tx, officer, 'record-kind.set', before.kind, { changed: changed(before, input) })
  return ok(true)
}

function changed(before: RecordKind, input: RecordInput): readonly string[] {
  const words = (['legalBasis', 'condition', 'controller', 'recipients'] as const).filter(
    (name) => (before[name] ?? '') !== input[name],
  )
  const periods = (['reviewAfter', 'deleteAfter'] as const).filter(
    (name) => (monthsOf(before[name]) ?? null) !== input[name],
  )
  return [...words, ...periods]
}
