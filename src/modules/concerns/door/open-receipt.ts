import { PUBLIC } from '../../../kernel/actor.ts'
import { type Instant, Temporal } from '../../../kernel/clock.ts'
import type { Authority } from '../../../platform/http/index.ts'
import { decryptWith, newAgeKey } from '../crypto/age.ts'
import { newReceipt, parseReceipt, type Receipt, receiptIdentity } from '../crypto/receipt.ts'
import { asText, openContent, sealContent } from '../crypto/sealed-content.ts'
import type { State } from './domain.ts'
import { receiptHashFor } from './keys.ts'
import { findByReceipt, type Sealed } from './store.ts'

/** One message of a conversation; no text when it cannot be opened with this receipt. */
type Message = {
  readonly fromResident: boolean
  readonly at: Instant
  readonly text: string | undefined
}

/** What a receipt shows: how far its concern has come, and the messages. Never what was first sent. */
export type Opened = {
  readonly receipt: Receipt
  readonly state: State
  readonly receivedAt: Instant
  readonly acknowledgeBy: Instant
  readonly receiptUntil: Instant
  readonly messages: readonly Message[]
}

let decoy: Promise<Buffer> | undefined

/**
 * Opens a receipt, typed as words or digits. Undefined when it is wrong, unknown or expired, after the same work for
 * each: one lookup by hash and at least one decryption. Guesses are not counted and no sender's address is kept to
 * count them by: a receipt has 90 random bits, so that a thousand guesses a second would find one of a million
 * receipts after more than 20 billion years.
 */
export async function openReceipt(
  authority: Authority,
  typed: unknown,
  at: Instant,
): Promise<Opened | undefined> {
  const receipt = parseReceipt(typed) ?? newReceipt()
  const hash = receiptHashFor(authority, receipt)
  const sealed = await authority.databases.public.as(PUBLIC, (tx) => findByReceipt(tx, hash, at))
  const { identity } = receiptIdentity(receipt)
  decoy ??= sealContent([newAgeKey().recipient], 'nobody reads this')
  await decryptWith([identity], await decoy)
  if (!sealed) return undefined
  const { state, receivedAt, acknowledgeBy, receiptUntil } = sealed
  const messages = await messagesOf(sealed, identity)
  return { receipt, state, receivedAt, acknowledgeBy, receiptUntil, messages }
}

const messagesOf = (sealed: Sealed, identity: string): Promise<Message[]> =>
  Promise.all(
    sealed.bodies.map(async (body, index) => ({
      fromResident: sealed.fromResident[index] ?? false,
      at: Temporal.Instant.from(sealed.sentAt[index] ?? sealed.receivedAt.toString()),
      // One damaged message must not hide the others.
      text: await openContent([identity], body, asText).catch(() => undefined),
    })),
  )
