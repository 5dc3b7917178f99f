import { newId } from '../../../../kernel/ids.ts'
import { type Errors, err, ok, type Result } from '../../../../kernel/result.ts'
import { vaultAudit } from '../../../../platform/audit/index.ts'
import type { Tx } from '../../../../platform/db/index.ts'
import { oneWorkingDayFrom } from '../../working-days.ts'
import { acknowledge } from '../concern/act.ts'
import type { ConcernFile } from '../concern/read.ts'
import { updateConcern } from '../concern/store.ts'
import type { Officer } from '../vault/desk-routes.ts'
import { type Decided, type DecisionInput, decide } from './domain.ts'
import { hasDecision, saveDecision, saveHandover, saveTold, supersedeWaiting } from './store.ts'

/** Somebody else decided first: the page shows both, and loses neither. */
export const STALE_DECISION: Errors = {
  '': 'Somebody changed this concern while you were deciding. Compare both versions below, then save yours if it is still right',
}
export type Outcome = Result<Decided, Errors> & { readonly stale?: true }

type Input = DecisionInput & { readonly id: string; readonly version: number }

/** Saves a decision, with what it does to the hand-over, to "told?" and to the clocks. */
export async function decideConcern(
  tx: Tx,
  officer: Officer,
  file: ConcernFile,
  input: Input,
): Promise<Outcome> {
  const { concern } = file
  const before = { ...concern, handovers: file.handovers.map(({ state }) => state) }
  const result = decide(before, input)
  if (!result.ok || (await hasDecision(tx, input.id))) return result
  const { told, handover } = result.value
  const checkBy = handover?.urgentReason ? oneWorkingDayFrom(officer.now) : concern.checkBy
  const changes = { status: 'decided' as const, checkBy, ...(told ? { told: told.state } : {}) }
  if (!(await updateConcern(tx, concern.id, input.version, changes)))
    return { ...err(STALE_DECISION), stale: true }
  await save(tx, officer, concern.id, input.id, result.value)
  await vaultAudit(tx, officer.person, 'concern.decided', concern.id, { ref: concern.ref })
  await acknowledge(tx, officer, concern)
  return ok(result.value)
}

async function save(
  tx: Tx,
  { person, vault, now }: Officer,
  concernId: string,
  id: string,
  decided: Decided,
) {
  const { routes, reason, told, handover } = decided
  const urgent = handover?.urgentReason
  await saveDecision(tx, {
    id,
    concernId,
    routes,
    reason: await vault.seal(reason),
    urgent: urgent !== undefined,
    now,
  })
  await supersedeWaiting(tx, concernId)
  if (handover) {
    const sealed = urgent && { reason: await vault.seal(urgent), checkBy: oneWorkingDayFrom(now) }
    await saveHandover(tx, { concernId, decisionId: id, decidedBy: person.id, urgent: sealed || undefined })
  }
  if (told)
    await saveTold(tx, {
      id: newId(),
      concernId,
      state: told.state,
      reason: await vault.seal(told.reason),
      now,
    })
}
