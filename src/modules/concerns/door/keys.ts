import type { Authority } from '../../../platform/http/index.ts'
import { deriveKey, keyedHash } from '../../../platform/seal.ts'
import { type Receipt, receiptHash } from '../crypto/receipt.ts'

type Keys = { readonly receipt: Uint8Array; readonly send: Uint8Array }

const known = new WeakMap<Uint8Array, Keys>()

/** Derived once for each authority. */
function keysOf({ masterKey }: Authority): Keys {
  const found = known.get(masterKey)
  if (found) return found
  const keys = {
    receipt: deriveKey(masterKey, 'concerns receipt'),
    send: deriveKey(masterKey, 'concerns send'),
  }
  known.set(masterKey, keys)
  return keys
}

/** What the database keeps of a receipt. */
export const receiptHashFor = (authority: Authority, receipt: Receipt): Buffer =>
  receiptHash(keysOf(authority).receipt, receipt)

/** What the database keeps of one sending: the same form with the same answers has the same. */
export const sendHashFor = (authority: Authority, id: string, fingerprint: Uint8Array): Buffer =>
  keyedHash(keysOf(authority).send, `${id} ${Buffer.from(fingerprint).toString('hex')}`)
