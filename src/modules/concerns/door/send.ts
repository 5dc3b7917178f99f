import { PUBLIC } from '../../../kernel/actor.ts'
import type { Instant } from '../../../kernel/clock.ts'
import { newId } from '../../../kernel/ids.ts'
import { DatabaseAway, type Tx } from '../../../platform/db/index.ts'
import type { Authority } from '../../../platform/http/index.ts'
import type { ConcernContent } from '../content.ts'
import { sealForVault } from '../crypto/open-vault.ts'
import { proofsOf } from '../crypto/proof.ts'
import { type Receipt, receiptIdentity } from '../crypto/receipt.ts'
import { newReference } from '../reference.ts'
import { oneWorkingDayFrom } from '../working-days.ts'
import { changedText } from './compose.ts'
import { receiptHashFor, sendHashFor } from './keys.ts'
import { addConcern, addMessage, readDoor } from './store.ts'

/** One concern on its way in. `id` and `fingerprint` tell a second press of Send from another concern. */
export type Parcel = {
  readonly id: string
  readonly fingerprint: Uint8Array
  readonly content: ConcernContent
  readonly dangerNow: boolean
  /** What its sender keeps to come back; none when nobody is there to keep one. */
  readonly receipt?: Receipt
}

/** 'away' may still have arrived: sending the same again is safe, and arrives once. */
export type Outcome = 'sent' | 'closed' | 'away'

/** Seals a concern for the vault and stores it. Resolves to 'sent' only after the commit. */
export async function send(authority: Authority, parcel: Parcel, at: Instant): Promise<Outcome> {
  try {
    return await authority.databases.public.as(PUBLIC, (tx) => put(tx, authority, parcel, at))
  } catch (error) {
    // Not a fault: the page keeps the answers and offers another try.
    if (error instanceof DatabaseAway) return 'away'
    throw error
  }
}

async function put(tx: Tx, authority: Authority, parcel: Parcel, at: Instant): Promise<Outcome> {
  const door = await readDoor(tx, proofsOf(authority), at)
  if (!door.open || !door.recipients) return 'closed'
  const { receipt } = parcel
  const sendHash = sendHashFor(authority, parcel.id, parcel.fingerprint)
  const receiptHash = receipt ? receiptHashFor(authority, receipt) : null
  const taken = await addConcern(tx, {
    id: newId(),
    ref: newReference(),
    dangerNow: parcel.dangerNow,
    // Not sealed to the receipt: whoever finds one can read what was answered, never what was told.
    body: await sealForVault(door.recipients, parcel.content),
    generation: door.recipients.generation,
    receiptHash,
    receiptRecipient: receipt ? receiptIdentity(receipt).recipient : null,
    sendHash,
    at,
    acknowledgeBy: oneWorkingDayFrom(at),
  })
  if (taken === 'closed') return 'closed'
  if (taken !== 'changed' || !receiptHash) return 'sent'
  // Sent, then Back, then changed, then sent again: both versions are kept.
  const body = await sealForVault(door.recipients, changedText(parcel.content))
  const added = await addMessage(tx, { id: newId(), receiptHash, body, sendHash, at })
  return added ? 'sent' : 'closed'
}
