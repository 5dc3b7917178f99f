import type { Person } from '../../../../kernel/actor.ts'
import type { Instant } from '../../../../kernel/clock.ts'
import type { PersonId } from '../../../../kernel/ids.ts'
import { type Errors, err, ok, type Result } from '../../../../kernel/result.ts'
import { vaultAudit } from '../../../../platform/audit/index.ts'
import type { Database } from '../../../../platform/db/index.ts'
import { changePassphrase, newPersonalKey } from '../../crypto/personal-key.ts'
import type { Proofs } from '../../crypto/proof.ts'
import { TRIES, TRIES_WITHIN } from './domain.ts'
import { clearTries, countTry, endSessionsOf, findKey, saveKey } from './store.ts'

type Setting = {
  readonly person: Person
  readonly passphrase: string
  readonly proofs: Proofs
  readonly now: Instant
}

/**
 * A first personal key under a passphrase, which opens nothing until a colleague gives access. Told twice, the
 * first stays. With `forgotten`, a new key in place of the old one: all access is lost until it is given again.
 * `workFactor` is for tests and demonstrations; left out, one guess costs about a second.
 */
export async function setPassphrase(
  vaultDb: Database,
  { person, passphrase, proofs, now }: Setting,
  options: { readonly forgotten?: boolean; readonly workFactor?: number } = {},
): Promise<void> {
  const made = await newPersonalKey(passphrase, options.workFactor)
  const key = { ...made, proof: proofs.officerKey(person.id, made.recipient) }
  await vaultDb.as(person, async (tx) => {
    const had = await findKey(tx, person.id)
    if (had && !options.forgotten) return
    await saveKey(tx, person.id, key, now)
    if (had) await endSessionsOf(tx, person.id)
    await vaultAudit(tx, person, had ? 'vault.passphrase-replaced' : 'vault.passphrase-set', person.id)
  })
}

type Change = {
  readonly person: Person
  readonly old: string
  readonly passphrase: string
  readonly proofs: Proofs
  readonly now: Instant
}

/** Another passphrase for the same key: access stays. Wrong tries count as tries to open the vault do. */
export async function changeOwnPassphrase(
  vaultDb: Database,
  change: Change,
): Promise<Result<PersonId, Errors>> {
  const { person, now } = change
  const found = await vaultDb.as(person, async (tx) => {
    const { tries } = await countTry(tx, person.id, now, now.subtract(TRIES_WITHIN))
    return { tries, key: await findKey(tx, person.id) }
  })
  if (found.tries > TRIES) return err({ old: 'Wait 15 minutes, then try again' })
  const { key } = found
  const changed = key && (await changePassphrase(key, { old: change.old, new: change.passphrase }))
  if (!changed) return err({ old: 'Enter the vault passphrase that you have now' })
  await vaultDb.as(person, async (tx) => {
    await clearTries(tx, person.id)
    const proof = change.proofs.officerKey(person.id, changed.recipient)
    await saveKey(tx, person.id, { ...changed, proof }, now)
    await vaultAudit(tx, person, 'vault.passphrase-changed', person.id)
  })
  return ok(person.id)
}
