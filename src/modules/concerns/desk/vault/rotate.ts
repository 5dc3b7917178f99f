import type { Actor } from '../../../../kernel/actor.ts'
import type { Instant } from '../../../../kernel/clock.ts'
import { OperatorError } from '../../../../kernel/errors.ts'
import type { PersonId } from '../../../../kernel/ids.ts'
import { type Errors, err, ok, type Result } from '../../../../kernel/result.ts'
import { vaultAudit } from '../../../../platform/audit/index.ts'
import type { Tx } from '../../../../platform/db/index.ts'
import { isRecipient } from '../../crypto/age.ts'
import type { VaultRecipients } from '../../crypto/open-vault.ts'
import { isProven, type Proofs } from '../../crypto/proof.ts'
import { newVaultGeneration } from '../../crypto/vault.ts'
import { FOR_A_TIME, NOT_PROVEN } from './grant.ts'
import {
  endGrants,
  holdsForGood,
  listKeys,
  listStandingKeys,
  type PublicKey,
  saveGeneration,
  saveGrants,
} from './grant-store.ts'
import { findRecipients } from './store.ts'

const allProven = (keys: readonly PublicKey[], proofs: Proofs): boolean =>
  keys.every(({ personId, recipient, proof }) => isProven(proofs.officerKey(personId, recipient), proof))

/**
 * The council's first vault: for its recovery key, and for those of `officers` who have set a passphrase. Throws
 * OperatorError when there is one already or `recovery` is no age recipient ("age1…").
 */
export async function initVault(
  tx: Tx,
  actor: Actor,
  options: {
    readonly recovery: string
    readonly officers?: readonly PersonId[]
    readonly proofs: Proofs
    readonly now: Instant
  },
): Promise<VaultRecipients> {
  const { recovery, officers = [], proofs, now } = options
  if (!isRecipient(recovery)) throw new OperatorError('The recovery key must be an age recipient, "age1…".')
  if (await findRecipients(tx, proofs)) throw new OperatorError('This council has a vault already.')
  const keys = await listKeys(tx, officers)
  if (!allProven(keys, proofs)) throw new OperatorError(`${NOT_PROVEN}.`)
  const recipients = await renew(tx, { generation: 1, recovery, keys, proofs, now })
  await vaultAudit(tx, actor, 'vault.made', undefined, { generation: 1 })
  return recipients
}

/**
 * A new generation, for everyone who holds the vault now but `leaveOut`: what is written from now on is closed to
 * them, and older keys are no longer handed to them. What they could read before, they could have copied.
 */
export async function rotateVault(
  tx: Tx,
  actor: Actor,
  {
    leaveOut,
    proofs,
    now,
  }: { readonly leaveOut: readonly PersonId[]; readonly proofs: Proofs; readonly now: Instant },
): Promise<Result<VaultRecipients, Errors>> {
  const present = await findRecipients(tx, proofs)
  if (!present) return err({ '': 'The vault has not been made yet' })
  if (actor.kind === 'person' && leaveOut.includes(actor.id))
    return err({ leaveOut: 'You cannot leave yourself out. Ask a colleague to do it.' })
  if (actor.kind === 'person' && !(await holdsForGood(tx, actor.id))) return err({ leaveOut: FOR_A_TIME })
  const left: readonly string[] = leaveOut
  const keys = (await listStandingKeys(tx, present.generation)).filter(
    ({ personId }) => !left.includes(personId),
  )
  if (keys.length === 0) return err({ leaveOut: 'Somebody must be able to open the vault' })
  if (!allProven(keys, proofs)) return err({ leaveOut: NOT_PROVEN })
  const generation = present.generation + 1
  const recipients = await renew(tx, { generation, recovery: present.recovery, keys, proofs, now })
  await endGrants(tx, { people: leaveOut, by: actor, now })
  await vaultAudit(tx, actor, 'vault.rotated', undefined, { generation, leftOut: leaveOut })
  return ok(recipients)
}

type Renewal = {
  generation: number
  recovery: string
  keys: readonly PublicKey[]
  proofs: Proofs
  now: Instant
}

async function renew(tx: Tx, { generation, recovery, keys, proofs, now }: Renewal): Promise<VaultRecipients> {
  const readers = keys.map(({ recipient }) => recipient)
  const { recipients, grants } = await newVaultGeneration(generation, readers, recovery)
  await saveGeneration(tx, recipients, proofs.generation(recipients), now)
  for (const grant of grants) {
    const personId = keys.find(({ recipient }) => recipient === grant.to)?.personId ?? null
    await saveGrants(tx, [grant], { personId, now })
  }
  return recipients
}
