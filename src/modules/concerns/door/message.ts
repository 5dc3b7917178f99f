import { PUBLIC } from '../../../kernel/actor.ts'
import type { Instant } from '../../../kernel/clock.ts'
import { newId } from '../../../kernel/ids.ts'
import { DatabaseAway, type Tx } from '../../../platform/db/index.ts'
import type { Authority } from '../../../platform/http/index.ts'
import { sealForVault } from '../crypto/open-vault.ts'
import { proofsOf } from '../crypto/proof.ts'
import { type Receipt, receiptIdentity } from '../crypto/receipt.ts'
import { receiptHashFor, sendHashFor } from './keys.ts'
import { addMessage, readDoor } from './store.ts'

/** A further message from whoever holds a receipt. The same `id` with the same text arrives once. */
export type Draft = { readonly receipt: Receipt; readonly id: string; readonly text: string }

/**
 * Seals and stores a message. 'gone' when the receipt has none to add it to any more; 'closed' when there is no key
 * that we trust to seal it to.
 */
export async function sendMessage(
  authority: Authority,
  draft: Draft,
  at: Instant,
): Promise<'sent' | 'gone' | 'closed' | 'away'> {
  try {
    return await authority.databases.public.as(PUBLIC, (tx) => put(tx, authority, draft, at))
  } catch (error) {
    if (error instanceof DatabaseAway) return 'away'
    throw error
  }
}

async function put(
  tx: Tx,
  authority: Authority,
  { receipt, id, text }: Draft,
  at: Instant,
): Promise<'sent' | 'gone' | 'closed'> {
  // Whoever has a receipt may write even while the door is closed to new concerns.
  const { recipients } = await readDoor(tx, proofsOf(authority), at)
  if (!recipients) return 'closed'
  const receiptHash = receiptHashFor(authority, receipt)
  const sendHash = sendHashFor(authority, id, Buffer.from(text, 'utf8'))
  const body = await sealForVault(recipients, text, [receiptIdentity(receipt).recipient])
  const added = await addMessage(tx, { id: newId(), receiptHash, body, sendHash, at })
  return added ? 'sent' : 'gone'
}
