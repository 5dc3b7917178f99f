import type { System } from '../../../../kernel/actor.ts'
import type { Instant } from '../../../../kernel/clock.ts'
import { OperatorError } from '../../../../kernel/errors.ts'
import type { PersonId } from '../../../../kernel/ids.ts'
import type { Tx } from '../../../../platform/db/index.ts'
import { recipientOf } from '../../crypto/age.ts'
import type { OpenVault } from '../../crypto/open-vault.ts'
import type { Proofs } from '../../crypto/proof.ts'
import { openVaultWith } from '../../crypto/vault.ts'
import { grantVault } from './grant.ts'
import { findRecipients, listGrants } from './store.ts'

/**
 * Opens the vault with the recovery key itself ("AGE-SECRET-KEY-1…"), read from where the council keeps it. Throws
 * OperatorError when there is no vault or it is another's key.
 */
export async function openWithRecovery(
  tx: Tx,
  { identity, proofs, now }: Omit<Recovery, 'to'>,
): Promise<OpenVault> {
  const recipients = await findRecipients(tx, proofs)
  if (!recipients) throw new OperatorError('This council has no vault yet. Run "kith vault init" first.')
  const reader = readerOf(identity)
  const vault =
    reader && (await openVaultWith(identity.trim(), await listGrants(tx, reader, now), recipients))
  if (!vault || 'shut' in vault) throw new OperatorError('This is not the recovery key of this vault.')
  return vault
}

type Recovery = {
  readonly identity: string
  readonly to: PersonId
  readonly proofs: Proofs
  readonly now: Instant
}

/** Gives an officer access by the recovery key, when no colleague can. The officer has set a new passphrase first. */
export async function recoverVault(tx: Tx, actor: System, recovery: Recovery): Promise<void> {
  const vault = await openWithRecovery(tx, recovery)
  const { to, proofs, now } = recovery
  const result = await grantVault(tx, actor, vault, { to, proofs, now })
  if (!result.ok) throw new OperatorError(Object.values(result.error).join(' '))
}

function readerOf(identity: string): string | undefined {
  try {
    return recipientOf(identity.trim())
  } catch {
    return undefined
  }
}
