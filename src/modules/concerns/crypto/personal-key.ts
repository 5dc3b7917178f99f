import { newAgeKey, recipientOf } from './age.ts'
import { unwrapIdentity, wrapIdentity } from './passphrase.ts'

/** An officer's personal key as it is stored: useless without the officer's vault passphrase. */
export type PersonalKey = { readonly recipient: string; readonly wrapped: Buffer }

/** A new personal key under a passphrase that passphraseProblem has let through. About a second, off the loop. */
export async function newPersonalKey(passphrase: string, workFactor?: number): Promise<PersonalKey> {
  const { identity, recipient } = newAgeKey()
  return { recipient, wrapped: await wrapIdentity(identity, passphrase, workFactor) }
}

/** The same key under another passphrase; undefined when the old one is wrong. Its grants stay as they are. */
export async function changePassphrase(
  key: PersonalKey,
  passphrases: { readonly old: string; readonly new: string },
  workFactor?: number,
): Promise<PersonalKey | undefined> {
  const identity = await unwrapIdentity(key.wrapped, passphrases.old)
  if (identity === undefined) return undefined
  const wrapped = await wrapIdentity(identity, passphrases.new, workFactor)
  return { recipient: recipientOf(identity), wrapped }
}
