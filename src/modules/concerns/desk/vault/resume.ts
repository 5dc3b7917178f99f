import type { Instant } from '../../../../kernel/clock.ts'
import type { Tx } from '../../../../platform/db/index.ts'
import type { OpenVault } from '../../crypto/open-vault.ts'
import { openForSession } from '../../crypto/session-seal.ts'
import { isFresh, type Shut, TOUCH, whyShut } from './domain.ts'
import { readVault, touchSession } from './store.ts'

export type VaultSession = { readonly hash: Buffer; readonly cookieKey: string | undefined }

/** The open vault of a session, or why there is none. Counts as use: the idle time begins again. */
export async function resumeVault(
  tx: Tx,
  session: VaultSession,
  now: Instant,
): Promise<OpenVault | { readonly shut: Shut }> {
  const row = await readVault(tx, session.hash, now)
  const { recipients, sealed, lastUsedAt, granted } = row
  const shut = { shut: whyShut(row) }
  if (!recipients || !granted || !sealed || !lastUsedAt || !session.cookieKey) return shut
  if (!isFresh(lastUsedAt, now)) return shut
  const halves = { cookieKey: session.cookieKey, stored: sealed }
  const vault = openForSession(halves, session.hash.toString('hex'), recipients, now)
  if (!vault) return shut
  if (lastUsedAt.add(TOUCH).epochMilliseconds <= now.epochMilliseconds)
    await touchSession(tx, session.hash, now)
  return vault
}
