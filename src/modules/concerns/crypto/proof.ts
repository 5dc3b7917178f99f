import { timingSafeEqual } from 'node:crypto'
import { deriveKey, keyedHash } from '../../../platform/seal.ts'
import type { VaultRecipients } from './open-vault.ts'

/**
 * What Kith writes beside each public key that it will seal to later. The key that makes it is derived from the
 * server's master key and is not in the database: whoever can write there, or puts a changed copy in its place, cannot
 * have the next concern, or the vault itself, sealed to a key of their own.
 */
export type Proofs = {
  /** For a generation: its number, its public half and the council's recovery key. */
  generation(to: VaultRecipients): Buffer
  /** For an officer's own key. */
  officerKey(person: string, recipient: string): Buffer
}

const known = new WeakMap<Uint8Array, Proofs>()

/** The key is derived once for each authority. */
export function proofsOf({ masterKey }: { readonly masterKey: Uint8Array }): Proofs {
  const made = known.get(masterKey) ?? proofsUnder(deriveKey(masterKey, 'concerns public keys'))
  known.set(masterKey, made)
  return made
}

/** Whether a kept proof is the one that belongs there. */
export const isProven = (expected: Uint8Array, kept: Uint8Array): boolean =>
  kept.length === expected.length && timingSafeEqual(kept, expected)

// Recipients and numbers hold no space, so that no two lists of parts make one text.
function proofsUnder(key: Uint8Array): Proofs {
  // asked at every visit to the vault, and nearly always of the same generation
  let last: { text: string; proof: Buffer } = { text: '', proof: Buffer.alloc(0) }
  return {
    generation: ({ generation, vault, recovery }) => {
      const text = `generation ${generation} ${vault} ${recovery}`
      if (text !== last.text) last = { text, proof: keyedHash(key, text) }
      return last.proof
    },
    officerKey: (person, recipient) => keyedHash(key, `officer ${person} ${recipient}`),
  }
}
