import type { Actor } from '../../../../kernel/actor.ts'
import type { Instant } from '../../../../kernel/clock.ts'
import type { PersonId } from '../../../../kernel/ids.ts'
import { type Errors, err, ok, type Result } from '../../../../kernel/result.ts'
import { vaultAudit } from '../../../../platform/audit/index.ts'
import type { Tx } from '../../../../platform/db/index.ts'
import type { OpenVault } from '../../crypto/open-vault.ts'
import { isProven, type Proofs } from '../../crypto/proof.ts'
import { endReplacedGrants, holdsForGood, saveGrants } from './grant-store.ts'
import { findKey } from './store.ts'

export type Granting = {
  readonly to: PersonId
  readonly proofs: Proofs
  readonly now: Instant
  /** Break-glass: access that ends by itself, and why it was given. */
  readonly forATime?: { readonly until: Instant; readonly reason: string }
}

/** Or one officer who was let in for an hour could let others in for ever, or lock everybody out. */
export const FOR_A_TIME =
  'You have access for a time only, so you cannot change who has access. Ask a colleague who holds the vault'

/** Whoever can write in the database could put a key of their own in the place of an officer's. */
export const NOT_PROVEN =
  'Somebody may have changed an officer’s key in the database, so the vault was not given to it. Tell whoever runs Kith, and let the officer set a new vault passphrase'

/**
 * Opens the vault to an officer who has set a passphrase: every generation that `vault` opens, encrypted to the
 * officer's own key. Nobody can grant to themselves. Refuses in words for the page.
 */
export async function grantVault(
  tx: Tx,
  actor: Actor,
  vault: OpenVault,
  { to, proofs, now, forATime }: Granting,
): Promise<Result<PersonId, Errors>> {
  if (actor.kind === 'person' && actor.id === to)
    return err({ '': 'You cannot give yourself access. Ask a colleague.' })
  if (actor.kind === 'person' && !(await holdsForGood(tx, actor.id))) return err({ '': FOR_A_TIME })
  const key = await findKey(tx, to)
  if (!key) return err({ '': 'They must first set a vault passphrase of their own' })
  if (!isProven(proofs.officerKey(to, key.recipient), key.proof)) return err({ '': NOT_PROVEN })
  const grants = await vault.grantTo(key.recipient)
  await endReplacedGrants(tx, { person: to, recipient: key.recipient, by: actor, now })
  await saveGrants(tx, grants, { personId: to, now, ...forATime })
  const generations = grants.length
  if (forATime) await vaultAudit(tx, actor, 'vault.break-glass', to, { until: forATime.until.toString() })
  else await vaultAudit(tx, actor, 'vault.granted', to, { generations })
  return ok(to)
}
