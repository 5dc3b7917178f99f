import type { Person } from '../../../../kernel/actor.ts'
import type { Instant } from '../../../../kernel/clock.ts'
import type { PersonId } from '../../../../kernel/ids.ts'
import { type Errors, err, type Result } from '../../../../kernel/result.ts'
import { vaultAudit } from '../../../../platform/audit/index.ts'
import type { Database } from '../../../../platform/db/index.ts'
import type { Proofs } from '../../crypto/proof.ts'
import { openVault } from '../../crypto/vault.ts'
import { TRIES, TRIES_WITHIN } from './domain.ts'
import { grantVault } from './grant.ts'
import { clearTries, countTry, findKey, findRecipients, listGrants } from './store.ts'

type Granting = {
  readonly by: Person
  readonly passphrase: string
  readonly to: PersonId
  readonly proofs: Proofs
  readonly now: Instant
}

/**
 * Gives an officer access with a colleague's vault passphrase, in one step and with no session, for `kith vault
 * grant`. Tries count as they do on the page.
 */
export async function grantByPassphrase(
  vaultDb: Database,
  { by, passphrase, to, proofs, now }: Granting,
): Promise<Result<PersonId, Errors>> {
  const found = await vaultDb.as(by, async (tx) => {
    const { tries } = await countTry(tx, by.id, now, now.subtract(TRIES_WITHIN))
    const key = await findKey(tx, by.id)
    const grants = key ? await listGrants(tx, key.recipient, now) : []
    return { tries, key, grants, recipients: await findRecipients(tx, proofs) }
  })
  if (found.tries > TRIES) return err({ '': 'Wait 15 minutes, then try again' })
  const { key, recipients, grants } = found
  const vault = key && recipients && (await openVault(key, passphrase, grants, recipients))
  if (!vault || 'shut' in vault) {
    await vaultDb.as(by, (tx) => vaultAudit(tx, by, 'vault.refused', by.id))
    return err({ '': 'The vault did not open: the passphrase is wrong, or they have no access themselves' })
  }
  return vaultDb.as(by, async (tx) => {
    await clearTries(tx, by.id)
    return grantVault(tx, by, vault, { to, proofs, now })
  })
}
