import type { Tx } from '../../../../platform/db/index.ts'
import type { PageId } from '../domain.ts'

export type Redirect = { readonly path: string; readonly pageId: PageId; readonly slug: string }

/** Old addresses in order. */
export async function listRedirects(tx: Tx): Promise<readonly Redirect[]> {
  const rows = await tx
    .selectFrom('site.redirect as r')
    .innerJoin('site.page as p', 'p.id', 'r.pageId')
    .select(['r.path', 'r.pageId', 'p.slug'])
    .orderBy('r.path')
    .execute()
  return rows.map((row) => ({ ...row, pageId: row.pageId as PageId }))
}

/** Who stands at an address already: a page, or an old address that leads to one. */
export async function whoIsAt(tx: Tx, path: string): Promise<{ page?: PageId; redirectTo?: PageId }> {
  const [page, redirect] = await Promise.all([
    tx.selectFrom('site.page').select('id').where('slug', '=', path.slice(1)).executeTakeFirst(),
    tx.selectFrom('site.redirect').select('pageId').where('path', '=', path).executeTakeFirst(),
  ])
  return {
    ...(page ? { page: page.id as PageId } : {}),
    ...(redirect ? { redirectTo: redirect.pageId as PageId } : {}),
  }
}

/** False when the address was taken in the meantime. */
export async function insertRedirect(tx: Tx, path: string, pageId: PageId): Promise<boolean> {
  const row = await tx
    .insertInto('site.redirect')
    .values({ path, pageId })
    .onConflict((clash) => clash.doNothing())
    .returning('path')
    .executeTakeFirst()
  return row !== undefined
}

export async function deleteRedirect(tx: Tx, path: string): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom('site.redirect').where('path', '=', path).executeTakeFirst()
  return numDeletedRows === 1n
}
