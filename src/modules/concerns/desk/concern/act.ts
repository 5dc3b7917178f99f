import type { Instant } from '../../../../kernel/clock.ts'
import type { PersonId } from '../../../../kernel/ids.ts'
import { type Errors, err, ok, type Result } from '../../../../kernel/result.ts'
import { vaultAudit } from '../../../../platform/audit/index.ts'
import type { Tx } from '../../../../platform/db/index.ts'
import type { Officer } from '../vault/desk-routes.ts'
import { type Concern, canReply } from './domain.ts'
import { listOfficers, saveAcknowledged, saveNote, saveReply, updateConcern } from './store.ts'

/** What every refusal of a stale page says: nothing was overwritten, and nothing that was typed is lost. */
export const STALE = {
  '': 'Somebody changed this concern while you were writing. Look at what is saved now, then save again if it is still right',
} as const satisfies Errors

export type Done = Result<Concern, Errors>

/** Gives a concern to an officer. Giving it again to the same one changes nothing. */
export async function assign(
  tx: Tx,
  { person }: Officer,
  concern: Concern,
  to: { readonly person: PersonId; readonly version: number },
): Promise<Done> {
  if (concern.assignedTo === to.person) return ok(concern)
  const officers = await listOfficers(tx, concern.id)
  if (!officers.some(({ id }) => id === to.person))
    return err({ person: 'Select an officer who has not stepped back from this concern' })
  if (!(await updateConcern(tx, concern.id, to.version, { assignedTo: to.person }))) return err(STALE)
  await vaultAudit(tx, person, 'concern.assigned', concern.id, { ref: concern.ref, to: to.person })
  return ok(concern)
}

/** Stops the acknowledgement clock, by whichever act is the first. */
export async function acknowledge(tx: Tx, { person, now }: Officer, concern: Concern): Promise<void> {
  if (await saveAcknowledged(tx, concern.id, now))
    await vaultAudit(tx, person, 'concern.acknowledged', concern.id, { ref: concern.ref })
}

type Words = { readonly id: string; readonly text: string }

/** Adds a note for colleagues. */
export async function addNote(
  tx: Tx,
  officer: Officer,
  concern: Concern,
  { id, text }: Words,
): Promise<void> {
  const { person, vault, now } = officer
  const body = await vault.seal(text)
  if (await saveNote(tx, { id, concernId: concern.id, body, now }))
    await vaultAudit(tx, person, 'concern.noted', concern.id, { ref: concern.ref })
}

/**
 * Replies to whoever holds the receipt: sealed to the vault and to a key that only the receipt gives. It shows on the
 * page that the receipt opens, and nowhere else.
 */
export async function reply(tx: Tx, officer: Officer, concern: Concern, { id, text }: Words): Promise<Done> {
  const { person, vault, now } = officer
  const { receiptRecipient } = concern
  if (!receiptRecipient || !canReply(concern, now)) return err({ reply: noReply(concern, now) })
  const body = await vault.seal(text, { alsoTo: [receiptRecipient] })
  if (await saveReply(tx, { id, concernId: concern.id, body, by: person.id, now }))
    await vaultAudit(tx, person, 'concern.replied', concern.id, { ref: concern.ref })
  await acknowledge(tx, officer, concern)
  return ok(concern)
}

const noReply = ({ receiptRecipient, receiptUntil }: Concern, now: Instant): string =>
  receiptRecipient && receiptUntil && receiptUntil.epochMilliseconds <= now.epochMilliseconds
    ? 'The receipt of this concern has expired, so nobody could read a reply'
    : 'This concern has no receipt, so nobody could read a reply'
