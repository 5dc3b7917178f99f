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
  if (isTouchDue(row, now)) await touchVault(tx, session, now)
  return vault
}

/** Whether a session's vault is open, as a page that reads nothing from it says. */
export type Peek = {
  /** Undefined when it is open. */
  readonly shut: Shut | undefined
  /** Whether this visit is to be written down as use, with `touchVault`. */
  readonly isTouchDue: boolean
}

/** Looks without opening a key, which is slow, and in one statement. */
export async function peekVault(tx: Tx, session: VaultSession, now: Instant): Promise<Peek> {
  const row = await readVault(tx, session.hash, session.proofs, now)
  if (!liveOf(row, session, now)) return { shut: whyShut(row), isTouchDue: false }
  return { shut: undefined, isTouchDue: isTouchDue(row, now) }
}

/** Begins the idle time again. */
export const touchVault = (tx: Tx, { hash }: VaultSession, now: Instant): Promise<void> =>
  touchSession(tx, hash, now)

function liveOf(row: VaultRow, { cookieKey }: VaultSession, now: Instant): Live | undefined {
  const { recipients, sealed, lastUsedAt, granted, isPresent } = row
  if (!recipients || !granted || !isPresent || !sealed || !lastUsedAt || !cookieKey) return undefined
  return isFresh(lastUsedAt, now) ? { recipients, halves: { cookieKey, stored: sealed } } : undefined
}

const isTouchDue = ({ lastUsedAt }: VaultRow, now: Instant): boolean =>
  lastUsedAt !== undefined && lastUsedAt.add(TOUCH).epochMilliseconds <= now.epochMilliseconds
