import type { Instant } from '../../../../kernel/clock.ts'
import { vaultAudit } from '../../../../platform/audit/index.ts'
import type { Tx } from '../../../../platform/db/index.ts'
import type { ConcernContent } from '../../content.ts'
import { type Receipt, receiptIdentity } from '../../crypto/receipt.ts'
import { newReference } from '../../reference.ts'
import { oneWorkingDayFrom } from '../../working-days.ts'
import type { Officer } from '../vault/desk-routes.ts'
import { findDeletion, saveConcern } from './store.ts'

export type Recording = {
  readonly id: string
  readonly channel: string
  readonly dangerNow: boolean
  readonly content: ConcernContent
  readonly receivedAt: Instant
  /** What the caller keeps, and what is stored of it. */
  readonly receipt: { readonly receipt: Receipt; readonly hash: Buffer } | undefined
}

/** Channels in which an officer spoke with whoever raised it, which acknowledges it there and then. */
const SPOKEN: readonly string[] = ['telephone', 'in-person']

/** Saves a concern that came by telephone, letter, email or in person, once. */
export async function recordConcern(tx: Tx, officer: Officer, recording: Recording): Promise<void> {
  const { person, vault, now } = officer
  const { id, channel, dangerNow, receivedAt, receipt } = recording
  const ref = newReference()
  const saved = await saveConcern(tx, {
    id,
    ref,
    channel,
    dangerNow,
    body: await vault.seal(recording.content),
    generation: vault.recipients.generation,
    receiptHash: receipt?.hash ?? null,
    receiptRecipient: receipt ? receiptIdentity(receipt.receipt).recipient : null,
    receiptUntil: receipt ? await findDeletion(tx, now) : null,
    receivedAt,
    acknowledgeBy: oneWorkingDayFrom(receivedAt),
    acknowledgedAt: SPOKEN.includes(channel) ? receivedAt : null,
    recordedBy: person.id,
  })
  if (saved) await vaultAudit(tx, person, 'concern.recorded', id, { ref, channel })
}
