import type { Person } from '../../../../kernel/actor.ts'
import type { Instant } from '../../../../kernel/clock.ts'
import { vaultAudit } from '../../../../platform/audit/index.ts'
import type { Database, Tx } from '../../../../platform/db/index.ts'
import type { Grant, VaultRecipients } from '../../crypto/open-vault.ts'
import type { PersonalKey } from '../../crypto/personal-key.ts'
import type { Proofs } from '../../crypto/proof.ts'
import { sealForSession } from '../../crypto/session-seal.ts'
import { openVault } from '../../crypto/vault.ts'
import { LONGEST, TRIES, TRIES_WITHIN } from './domain.ts'
import { clearTries, countTry, endSession, findKey, listGrants, readVault, saveSession } from './store.ts'

export type Attempt = {
  readonly person: Person
  readonly sessionHash: Buffer
  readonly passphrase: string
  readonly proofs: Proofs
  readonly now: Instant
}

/** The key for the officer's cookie, or why the vault stayed shut. */
export type Unlocked = { readonly cookieKey: string } | { readonly refused: 'shut' | Instant }

/**
 * Opens the vault for one sign-in. A wrong passphrase and a vault that nobody has opened to this officer are told
 * apart neither by the answer nor by its time; after too many tries the answer is when to try again. The
 * passphrase takes about a second, outside any transaction.
 */
export async function unlock(vaultDb: Database, attempt: Attempt): Promise<Unlocked> {
  const { person, sessionHash, passphrase, now } = attempt
  const found = await vaultDb.as(person, (tx) => begin(tx, attempt))
  if ('refused' in found) return found
  const { key, recipients, grants } = found
  const vault = key && recipients ? await openVault(key, passphrase, grants, recipients) : undefined
  if (!vault || 'shut' in vault) {
    await vaultDb.as(person, (tx) => vaultAudit(tx, person, 'vault.refused', person.id))
    return { refused: 'shut' }
  }
  const { cookieKey, stored } = sealForSession(vault, sessionHash.toString('hex'), now.add(LONGEST))
  await vaultDb.as(person, async (tx) => {
    await clearTries(tx, person.id)
    await saveSession(tx, { sessionHash, personId: person.id, sealed: stored, now })
    await vaultAudit(tx, person, 'vault.opened', person.id)
  })
  return { cookieKey }
}

type Begun = {
  readonly key: PersonalKey | undefined
  readonly recipients: VaultRecipients | undefined
  readonly grants: readonly Grant[]
}

async function begin(tx: Tx, attempt: Attempt): Promise<Begun | { readonly refused: Instant }> {
  const { person, sessionHash, proofs, now } = attempt
  const { tries, since } = await countTry(tx, person.id, now, now.subtract(TRIES_WITHIN))
  if (tries > TRIES) {
    if (tries === TRIES + 1) await vaultAudit(tx, person, 'vault.throttled', person.id)
    return { refused: since.add(TRIES_WITHIN) }
  }
  const key = await findKey(tx, person.id)
  const grants = key ? await listGrants(tx, key.recipient, now) : []
  const { recipients } = await readVault(tx, sessionHash, proofs, now)
  return { key, recipients, grants }
}

/** Locks the vault of one sign-in. */
export async function lock(tx: Tx, person: Person, sessionHash: Buffer): Promise<void> {
  if (await endSession(tx, sessionHash)) await vaultAudit(tx, person, 'vault.locked', person.id)
}
