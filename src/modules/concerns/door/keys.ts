import type { Authority } from '../../../platform/http/index.ts'
import { deriveKey, keyedHash } from '../../../platform/seal.ts'
import { type Receipt, receiptHash } from '../crypto/receipt.ts'

/** What the database keeps of a receipt. */
export const receiptHashFor = ({ masterKey }: Authority, receipt: Receipt): Buffer =>
  receiptHash(deriveKey(masterKey, 'concerns receipt'), receipt)

/** What the database keeps of one sending: the same form with the same answers has the same. */
export const sendHashFor = ({ masterKey }: Authority, id: string, fingerprint: Uint8Array): Buffer =>
  keyedHash(deriveKey(masterKey, 'concerns send'), `${id} ${Buffer.from(fingerprint).toString('hex')}`)
