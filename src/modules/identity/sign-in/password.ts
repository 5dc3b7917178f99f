import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { turns } from './turns.ts'

// OWASP's Password Storage Cheat Sheet (2025): Argon2id, 19 MiB, two passes, one lane.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

// Node has four threads for all slow work, and pages need some. Strangers who flood the door wait for one another;
// a browser that has signed in before waits only for its like.
const strangers = turns({ atOnce: 2, waiting: 40 })
const known = turns({ atOnce: 1, waiting: 20 })

// The same letters may be typed in two ways (é, e with an accent): NIST SP 800-63B asks for one form.
const asTyped = (password: string): string => password.normalize('NFKC')

const base64 = (bytes: number): string => randomBytes(bytes).toString('base64').replaceAll('=', '')
const NOBODY = `$argon2id$v=19$m=${COST.memoryCost},t=${COST.timeCost},p=${COST.parallelism}$${base64(16)}$${base64(32)}`

/** What the database keeps of a password. Throws `TooBusy` when too many wait. */
export const hashPassword = (password: string): Promise<string> => known(() => hash(asTyped(password), COST))

/**
 * Whether a password is the one hashed. Without a hash the answer is no, after the same work, so that an unknown
 * account takes as long as a wrong password. Throws `TooBusy` when too many wait.
 */
export async function passwordFits(kept: string | undefined, password: string, who: 'stranger' | 'known') {
  const turn = who === 'stranger' ? strangers : known
  const fits = await turn(() => verify(kept ?? NOBODY, asTyped(password)))
  return fits && kept !== undefined
}
