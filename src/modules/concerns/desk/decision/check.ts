import { NotFound } from '../../../../kernel/errors.ts'
import { type Errors, err, ok, type Result } from '../../../../kernel/result.ts'
import { vaultAudit } from '../../../../platform/audit/index.ts'
import type { Tx } from '../../../../platform/db/index.ts'
import type { HandoverShown } from '../concern/domain.ts'
import type { ConcernFile } from '../concern/read.ts'
import { stopCheckClock } from '../concern/store.ts'
import type { Officer } from '../vault/desk-routes.ts'
import { checkedState, isOpen, whyNotCheck } from './domain.ts'
import { saveCheck } from './store.ts'

export type CheckInput = {
  /** The hand-over that was on the page. */
  readonly handover: string
  readonly version: number
  readonly agrees: 'yes' | 'no'
  readonly note: string
}

const CHANGED: Errors = { '': 'Somebody checked or changed this hand-over first. Look at what is saved now' }

/** The hand-over that waits for a second officer; the latest when none does. Throws NotFound when there is none. */
export function handoverOf({ handovers }: ConcernFile): HandoverShown {
  const found = handovers.find(isOpen) ?? handovers[0]
  if (!found) throw new NotFound('hand-over')
  return found
}

/** A second officer's yes or no. The decider's own is refused here, and by the database. */
export async function checkHandover(
  tx: Tx,
  officer: Officer,
  file: ConcernFile,
  { handover: read, version, agrees, note }: CheckInput,
): Promise<Result<void, Errors>> {
  const handover = handoverOf(file)
  const why = whyNotCheck(handover, officer.person.id)
  if (why) return err({ agrees: why })
  // a decision made since has another hand-over, which this officer has not read
  if (handover.id !== read) return err(CHANGED)
  // pressing the button twice is one check
  if (handover.checkerId === officer.person.id && !isOpen(handover)) return ok(undefined)
  if (!isOpen(handover)) return err(CHANGED)
  const { person, vault, now } = officer
  const { concern } = file
  const state = checkedState(handover, agrees === 'yes')
  const check = { id: handover.id, version, state, by: person.id, note: await vault.seal(note), now }
  if (!(await saveCheck(tx, check))) return err(CHANGED)
  if (handover.urgent) await stopCheckClock(tx, concern.id)
  await vaultAudit(tx, person, `handover.${state}`, concern.id, { ref: concern.ref })
  return ok(undefined)
}
