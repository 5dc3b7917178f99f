import type { Instant } from '../../../kernel/clock.ts'
import { newId } from '../../../kernel/ids.ts'
import { DatabaseAway } from '../../../platform/db/index.ts'
import type { Authority } from '../../../platform/http/index.ts'
import type { ConcernContent } from '../content.ts'
import { sealForVault, type VaultRecipients } from '../crypto/open-vault.ts'
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
    return await put(authority, parcel, at)
  } catch (error) {
    // Not a fault: the page keeps the answers and offers another try.
    if (error instanceof DatabaseAway) return 'away'
    throw error
  }
}

async function put(authority: Authority, parcel: Parcel, at: Instant): Promise<Outcome> {
  // Sealed to the keys as they last were: the database takes nothing that is sealed to any but the present ones.
  const to = known.get(authority) ?? (await learn(authority, at))
  if (!to) return 'closed'
  const taken = await hand(authority, parcel, to, at)
  if (taken !== 'stale') return taken
  const present = await learn(authority, at)
  if (!present) return 'closed'
  const again = await hand(authority, parcel, present, at)
  return again === 'stale' ? 'away' : again
}

const known = new WeakMap<Authority, VaultRecipients>()

/** Reads to whom concerns are sealed now; undefined when there is no vault that we trust. */
async function learn(authority: Authority, at: Instant): Promise<VaultRecipients | undefined> {
  const { recipients } = await authority.databases.public.ask((tx) => readDoor(tx, proofsOf(authority), at))
  if (recipients) known.set(authority, recipients)
  else known.delete(authority)
  return recipients
}

/** Whoever sends stores one row, in one statement: nothing is half done. */
async function hand(
  authority: Authority,
  parcel: Parcel,
  to: VaultRecipients,
  at: Instant,
): Promise<Outcome | 'stale'> {
  const door = authority.databases.public
  const { receipt } = parcel
  const sendHash = sendHashFor(authority, parcel.id, parcel.fingerprint)
  const receiptHash = receipt ? receiptHashFor(authority, receipt) : null
  const concern = {
    id: newId(),
    ref: newReference(),
    dangerNow: parcel.dangerNow,
    // Not sealed to the receipt: whoever finds one can read what was answered, never what was told.
    body: await sealForVault(to, parcel.content),
    to,
    receiptHash,
    receiptRecipient: receipt ? receiptIdentity(receipt).recipient : null,
    sendHash,
    at,
    acknowledgeBy: oneWorkingDayFrom(at),
  }
  const taken = await door.ask((tx) => addConcern(tx, concern))
  if (taken === 'closed' || taken === 'stale') return taken
  if (taken !== 'changed' || !receiptHash) return 'sent'
  // Sent, then Back, then changed, then sent again: both versions are kept.
  const body = await sealForVault(to, changedText(parcel.content))
  const added = await door.ask((tx) => addMessage(tx, { id: newId(), receiptHash, body, sendHash, at }))
  return added ? 'sent' : 'closed'
}
