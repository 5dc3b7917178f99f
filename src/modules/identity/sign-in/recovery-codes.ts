import { randomBytes } from 'node:crypto'
import type { PersonId } from '../../../kernel/ids.ts'
import { keyedHash } from '../../../platform/seal.ts'

const RECOVERY_CODES = 10
/** From how few on somebody is told to get new ones. */
export const FEW_CODES = 3

// Crockford's alphabet: no I, L, O or U to misread.
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Ten codes of 80 random bits, in four groups of four: too many to guess, so tries at them need no limit. */
export const newRecoveryCodes = (): string[] => Array.from({ length: RECOVERY_CODES }, newCode)

function newCode(): string {
  const letters = Array.from(randomBytes(16), (byte) => LETTERS[byte & 31])
  return (letters.join('').match(/.{4}/g) ?? []).join('-')
}

/** What the database keeps of a code, however it was typed. */
export function recoveryHash(key: Uint8Array, person: PersonId, typed: string): Buffer {
  const plain = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  return keyedHash(key, `${person}\0${plain}`)
}
