import type { Instant } from '../../../../kernel/clock.ts'
import type { Tx } from '../../../../platform/db/index.ts'
import type { BreakGlass, Holder } from './domain.ts'
import { listHolders, listUnreviewed } from './grant-store.ts'

/** Who holds the vault, who waits for it, and what is to be reviewed. */
export type VaultPeople = { readonly holders: readonly Holder[]; readonly toReview: readonly BreakGlass[] }

export async function readVaultPeople(tx: Tx, now: Instant): Promise<VaultPeople> {
  const [holders, toReview] = await Promise.all([listHolders(tx, now), listUnreviewed(tx)])
  return { holders, toReview }
}
