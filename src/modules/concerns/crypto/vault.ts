import { decryptWith, newAgeKey, recipientOf } from './age.ts'
import {
  type GenerationKey,
  type Grant,
  grant,
  holdsPresent,
  OpenVault,
  type VaultRecipients,
} from './open-vault.ts'
import { unwrapIdentity } from './passphrase.ts'
import type { PersonalKey } from './personal-key.ts'

/*
 * Who can open what:
 *   a concern        is encrypted to the vault's present generation, to the council's recovery key and, for what
 *                    the sender may read again, to the sender's receipt;
 *   a generation     is an age identity; a Grant is that identity encrypted to one officer's personal recipient
 *                    (or to the recovery key), so granting needs no passphrase but one's own;
 *   a personal key   is an age identity wrapped under the officer's vault passphrase, which is stored nowhere;
 *   the recovery key is kept offline by the council.
 * The database holds recipients, grants and wrapped keys: none of them opens anything without a passphrase.
 */

/** Why a vault stays shut. */
export type Shut = { readonly shut: 'wrong-passphrase' | 'not-granted' }

/**
 * A new generation, granted to the recovery key and to each officer's personal recipient. Making one, first or
 * later, needs nobody's passphrase; its private half is kept nowhere but in its grants. When an officer leaves,
 * leave that officer out: what comes next is closed to them. What they could read before, they could have copied.
 */
export async function newVaultGeneration(
  generation: number,
  officers: readonly string[],
  recovery: string,
): Promise<{ recipients: VaultRecipients; grants: Grant[] }> {
  const { identity, recipient } = newAgeKey()
  const readers = [...new Set([recovery, ...officers])]
  const grants = await Promise.all(readers.map((to) => grant({ generation, identity }, to)))
  return { recipients: { generation, vault: recipient, recovery }, grants }
}

/** Opens the vault for an officer, whose grants are picked out of those given. The passphrase takes a second. */
export async function openVault(
  personal: PersonalKey,
  passphrase: string,
  grants: readonly Grant[],
  recipients: VaultRecipients,
): Promise<OpenVault | Shut> {
  const identity = await unwrapIdentity(personal.wrapped, passphrase)
  if (identity === undefined) return { shut: 'wrong-passphrase' }
  return openVaultWith(identity, grants, recipients)
}

/** Opens the vault with an age identity itself, such as the recovery key read from where the council keeps it. */
export async function openVaultWith(
  identity: string,
  grants: readonly Grant[],
  recipients: VaultRecipients,
): Promise<OpenVault | Shut> {
  const reader = recipientOf(identity)
  const mine = grants.filter(({ to }) => to === reader)
  const keys = (await Promise.all(mine.map((one) => openGrant(one, identity)))).filter(
    (key) => key !== undefined,
  )
  if (!holdsPresent(keys, recipients)) return { shut: 'not-granted' }
  return new OpenVault(keys, recipients)
}

async function openGrant(
  { generation, wrapped }: Grant,
  identity: string,
): Promise<GenerationKey | undefined> {
  const plain = await decryptWith([identity], wrapped)
  if (plain === undefined) return undefined
  const text = plain.toString('utf8').trim()
  return isIdentity(text) ? { generation, identity: text } : undefined
}

function isIdentity(text: string): boolean {
  try {
    return recipientOf(text) !== ''
  } catch {
    return false
  }
}
