import type { Tx } from '../../../platform/db/index.ts'
import type { PageId } from '../pages/domain.ts'

/** The page of an address, published or not. */
export async function findPageBySlug(tx: Tx, slug: string): Promise<{ id: PageId } | undefined> {
  const row = await tx.selectFrom('site.page').select('id').where('slug', '=', slug).executeTakeFirst()
  return row && { id: row.id as PageId }
}
