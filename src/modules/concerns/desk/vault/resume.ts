import type { Instant } from '../../../../kernel/clock.ts'
import type { Tx } from '../../../../platform/db/index.ts'
import type { OpenVault, VaultRecipients } from '../../crypto/open-vault.ts'
import type { Proofs } from '../../crypto/proof.ts'
import { openForSession } from '../../crypto/session-seal.ts'
import { isFresh, type Shut, TOUCH, type VaultRow, whyShut } from './domain.ts'
import { readVault, touchSession } from './store.ts'

export type VaultSession = {
  readonly hash: Buffer
  readonly cookieKey: string | undefined
  readonly proofs: Proofs
}

type Live = {
  readonly recipients: VaultRecipients
  readonly halves: { readonly cookieKey: string; readonly stored: string }
}

/** The open vault of a session, or why there is none. Counts as use: the idle time begins again. */
export async function resumeVault(
  tx: Tx,
  session: VaultSession,
  now: Instant,
): Promise<OpenVault | { readonly shut: Shut }> {
  const row = await readVault(tx, session.hash, session.proofs, now)
  const live = liveOf(row, session, now)
  const vault = live && openForSession(live.halves, session.hash.toString('hex'), live.recipients, now)
  if (!vault) return { shut: whyShut(row) }
  await touch(tx, row, session, now)
  return vault
}

/**
 * Why the vault is shut; undefined when it is open. Opens no key, which is slow: enough for a page that reads
 * nothing from the vault and only says whether it is open. Counts as use, too.
 */
export async function peekVault(tx: Tx, session: VaultSession, now: Instant): Promise<Shut | undefined> {
  const row = await readVault(tx, session.hash, session.proofs, now)
  if (!liveOf(row, session, now)) return whyShut(row)
  await touch(tx, row, session, now)
  return undefined
}

function liveOf(row: VaultRow, { cookieKey }: VaultSession, now: Instant): Live | undefined {
  const { recipients, sealed, lastUsedAt, granted, isPresent } = row
  if (!recipients || !granted || !isPresent || !sealed || !lastUsedAt || !cookieKey) return undefined
  return isFresh(lastUsedAt, now) ? { recipients, halves: { cookieKey, stored: sealed } } : undefined
}

async function touch(tx: Tx, { lastUsedAt }: VaultRow, { hash }: VaultSession, now: Instant): Promise<void> {
  if (lastUsedAt && lastUsedAt.add(TOUCH).epochMilliseconds <= now.epochMilliseconds)
    await touchSession(tx, hash, now)
}
