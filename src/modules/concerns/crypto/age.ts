import { randomBytes } from 'node:crypto'
import { bech32 } from '@scure/base'
import { Decrypter } from 'age-encryption'
import { writeAgeFile } from './age-file.ts'
import { X25519Identity, X25519Recipient } from './age-x25519.ts'

/**
 * A key of the age format (https://age-encryption.org/v1). `identity` is secret ("AGE-SECRET-KEY-1…");
 * `recipient` is public ("age1…"). Both are what the `age` command reads and writes.
 */
export type AgeKey = { readonly identity: string; readonly recipient: string }

/** A fresh key: for an officer, for a generation of the vault, or for the council's recovery. */
export const newAgeKey = (): AgeKey => ageKeyOf(randomBytes(32))

/** The key whose private half is these 32 bytes. */
export function ageKeyOf(secret: Uint8Array): AgeKey {
  if (secret.length !== 32) throw new RangeError('an age key has 32 bytes')
  const identity = bech32.encodeFromBytes('age-secret-key-', secret).toUpperCase()
  return { identity, recipient: X25519Identity.of(secret).recipient }
}

/** The public half of an identity. Throws, without naming it, when the text is no age identity. */
export const recipientOf = (identity: string): string => X25519Identity.parse(identity).recipient

/** Whether a text is an X25519 recipient of age, such as the recovery recipient an operator gives. */
export function isRecipient(text: unknown): text is string {
  try {
    return typeof text === 'string' && X25519Recipient.parse(text) !== undefined
  } catch {
    return false
  }
}

/** Encrypts bytes to every recipient: any one identity opens them. Refuses to encrypt to nobody. */
export async function encryptTo(recipients: readonly string[], content: Uint8Array): Promise<Buffer> {
  if (recipients.length === 0) throw new Error('nobody to encrypt to')
  return writeAgeFile([...new Set(recipients)].map(X25519Recipient.parse), content)
}

/** The bytes that one of the identities opens; undefined when none does or the file was altered. */
export async function decryptWith(
  identities: readonly string[],
  file: Uint8Array,
): Promise<Buffer | undefined> {
  const decrypter = new Decrypter()
  for (const identity of identities) decrypter.addIdentity(X25519Identity.parse(identity))
  try {
    return Buffer.from(await decrypter.decrypt(Uint8Array.from(file)))
  } catch {
    return undefined
  }
}
