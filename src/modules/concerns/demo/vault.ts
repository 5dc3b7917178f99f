import { randomInt } from 'node:crypto'
import { type Person, system } from '../../../kernel/actor.ts'
import type { Instant } from '../../../kernel/clock.ts'
import type { Database } from '../../../platform/db/index.ts'
import { EFF_WORDS } from '../crypto/eff-words.generated.ts'
import type { OpenVault } from '../crypto/open-vault.ts'
import type { Proofs } from '../crypto/proof.ts'
import { openVault } from '../crypto/vault.ts'
import { setPassphrase } from '../desk/vault/passphrase.ts'
import { initVault } from '../desk/vault/rotate.ts'
import { findKey, findRecipients, listGrants } from '../desk/vault/store.ts'

/** Cheaper than an officer's: a demonstration's passphrases lie in a file beside it. */
const WORK_FACTOR = 14
const WORDS = 5

export type DemoOfficer = { readonly person: Person; readonly passphrase: string }

/** Gives each officer a random vault passphrase, and makes the vault for them and the recovery key. */
export async function makeDemoVault(
  { owner, vault, proofs }: { readonly owner: Database; readonly vault: Database; readonly proofs: Proofs },
  persons: readonly Person[],
  recovery: string,
  now: Instant,
): Promise<DemoOfficer[]> {
  const officers = persons.map((person) => ({ person, passphrase: randomPassphrase() }))
  for (const officer of officers)
    await setPassphrase(vault, { ...officer, proofs, now }, { workFactor: WORK_FACTOR })
  const ids = persons.map(({ id }) => id)
  const actor = system('demonstration')
  await owner.as(actor, (tx) => initVault(tx, actor, { recovery, officers: ids, proofs, now }))
  return officers
}

/** The vault as an officer opens it. Throws when it stays shut. */
export async function openDemoVault(
  vaultDb: Database,
  { person, passphrase }: DemoOfficer,
  proofs: Proofs,
  now: Instant,
): Promise<OpenVault> {
  const { key, recipients, grants } = await vaultDb.as(person, async (tx) => {
    const found = await findKey(tx, person.id)
    const mine = found ? await listGrants(tx, found.recipient, now) : []
    return { key: found, grants: mine, recipients: await findRecipients(tx, proofs) }
  })
  const vault = key && recipients && (await openVault(key, passphrase, grants, recipients))
  if (!vault || 'shut' in vault) throw new Error('the demonstration’s vault did not open')
  return vault
}

const randomPassphrase = (): string =>
  Array.from({ length: WORDS }, () => EFF_WORDS[randomInt(EFF_WORDS.length)]).join(' ')
