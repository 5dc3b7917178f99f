import { err, ok } from '../../../../kernel/result.ts'
import { vaultAudit } from '../../../../platform/audit/index.ts'
import type { Tx } from '../../../../platform/db/index.ts'
import type { Told } from '../decision/domain.ts'
import { saveTold } from '../decision/store.ts'
import type { Officer } from '../vault/desk-routes.ts'
import { addNote, type Done, STALE } from './act.ts'
import { type Concern, whyNotClose } from './domain.ts'
import { listHandovers } from './file-store.ts'
import { saveWithdrawal, updateConcern } from './store.ts'

type Reasoned = { readonly version: number; readonly reason: string }

/** Steps back from a concern for a conflict of interest. The officer sees nothing of it from now on. */
export async function withdraw(tx: Tx, officer: Officer, concern: Concern, input: Reasoned): Promise<Done> {
  const { person, vault, now } = officer
  const mine = concern.assignedTo === person.id ? { assignedTo: null } : {}
  if (!(await updateConcern(tx, concern.id, input.version, mine))) return err(STALE)
  // The log first: afterwards this officer may not even see that there is a concern.
  await vaultAudit(tx, person, 'concern.stepped-back', concern.id, { ref: concern.ref })
  await saveWithdrawal(tx, concern.id, await vault.seal(input.reason), now)
  return ok(concern)
}

/** Whether the person or a parent has been told: the history appends. */
export async function setTold(
  tx: Tx,
  officer: Officer,
  concern: Concern,
  input: Reasoned & { readonly id: string; readonly told: Told },
): Promise<Done> {
  const { person, vault, now } = officer
  if (!(await updateConcern(tx, concern.id, input.version, { told: input.told }))) return err(STALE)
  const reason = await vault.seal(input.reason)
  await saveTold(tx, { id: input.id, concernId: concern.id, state: input.told, reason, now })
  await vaultAudit(tx, person, 'concern.told-set', concern.id, { ref: concern.ref })
  return ok(concern)
}

/** Closes a concern that has been decided and waits for no second officer. The reason is kept as a note. */
export async function close(
  tx: Tx,
  officer: Officer,
  concern: Concern,
  { id, version, reason }: Reasoned & { readonly id: string },
): Promise<Done> {
  if (concern.status === 'closed') return ok(concern)
  const why = whyNotClose(concern, await listHandovers(tx, concern.id))
  if (why) return err({ '': why })
  if (!(await updateConcern(tx, concern.id, version, { status: 'closed' }))) return err(STALE)
  await addNote(tx, officer, concern, { id, text: `Why this was closed: ${reason}` })
  await vaultAudit(tx, officer.person, 'concern.closed', concern.id, { ref: concern.ref })
  return ok(concern)
}

/** Opens a closed concern again. */
export async function reopen(
  tx: Tx,
  officer: Officer,
  concern: Concern,
  { id, version, reason }: Reasoned & { readonly id: string },
): Promise<Done> {
  if (concern.status !== 'closed') return ok(concern)
  if (!(await updateConcern(tx, concern.id, version, { status: 'decided' }))) return err(STALE)
  await addNote(tx, officer, concern, { id, text: `Why this was reopened: ${reason}` })
  await vaultAudit(tx, officer.person, 'concern.reopened', concern.id, { ref: concern.ref })
  return ok(concern)
}
