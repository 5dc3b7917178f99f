import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Instant } from '../../../kernel/clock.ts'
import { createSealer } from '../../../platform/seal.ts'
import { holdsPresent, OpenVault, type VaultRecipients } from './open-vault.ts'

const Keys = z.array(z.object({ generation: z.number().int(), identity: z.string() }))

/** An open vault in two halves: `cookieKey` goes to the officer's browser, `stored` to the database. */
export type SessionVault = { readonly cookieKey: string; readonly stored: string }

/**
 * Seals an open vault for one session. The key is random and is kept in the officer's cookie only; the ciphertext
 * is kept in the database only: neither alone opens the vault. `session` is the session's identifier, so that a row
 * moved to another session opens nothing; `until` is the latest moment, whatever idle time is counted elsewhere.
 */
export function sealForSession(vault: OpenVault, session: string, until: Instant): SessionVault {
  const key = randomBytes(32)
  const stored = createSealer(key).seal(purposeOf(session), vault.secrets(), until)
  return { cookieKey: key.toString('base64url'), stored }
}

/**
 * The vault again, sealing to the recipients of now. Undefined, so unlock once more, when the halves do not belong
 * together or to the session, when its time is over, or when the vault has a newer generation than was unlocked.
 */
export function openForSession(
  halves: SessionVault,
  session: string,
  recipients: VaultRecipients,
  now: Instant,
): OpenVault | undefined {
  const key = Buffer.from(halves.cookieKey, 'base64url')
  if (key.length !== 32) return undefined
  const keys = Keys.safeParse(createSealer(key).open(purposeOf(session), halves.stored, now))
  return keys.success && holdsPresent(keys.data, recipients)
    ? new OpenVault(keys.data, recipients)
    : undefined
}

const purposeOf = (session: string): string => `vault session ${session}`
