import { Decrypter, Encrypter } from 'age-encryption'
import { recipientOf } from './age.ts'
import { ScryptIdentity, ScryptRecipient } from './scrypt-stanza.ts'

/** The cost of one guess at an officer's passphrase: age's own default, about a second and 256 MB. */
export const WORK_FACTOR = 18

/**
 * An officer's personal identity under the officer's vault passphrase: an age file, which `age --decrypt -i` also
 * takes as an identity file. Runs in a worker thread, one at a time.
 */
export async function wrapIdentity(
  identity: string,
  passphrase: string,
  workFactor: number = WORK_FACTOR,
): Promise<Buffer> {
  const encrypter = new Encrypter()
  encrypter.addRecipient(new ScryptRecipient(passphrase.normalize('NFC'), workFactor))
  return Buffer.from(await encrypter.encrypt(`${identity}\n`))
}

/** The identity; undefined when the passphrase is wrong or the file was altered. As slow as wrapping it was. */
export async function unwrapIdentity(wrapped: Uint8Array, passphrase: string): Promise<string | undefined> {
  const decrypter = new Decrypter()
  // A keyboard may type é as one character or as two; the passphrase is the same.
  decrypter.addIdentity(new ScryptIdentity(passphrase.normalize('NFC')))
  try {
    const identity = (await decrypter.decrypt(Uint8Array.from(wrapped), 'text')).trim()
    return recipientOf(identity) && identity
  } catch {
    return undefined
  }
}
