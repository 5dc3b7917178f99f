import type { Instant, Temporal } from '../../../kernel/clock.ts'
import { NotFound } from '../../../kernel/errors.ts'
import { isId, newId, type PersonId } from '../../../kernel/ids.ts'
import type { Tx } from '../../../platform/db/index.ts'
import type { Page, PageId, Status, Version, VersionId } from './domain.ts'

/** A page by its identifier. Throws NotFound. */
export async function getPage(tx: Tx, id: string): Promise<Page> {
  const row = isId(id)
    ? await tx.selectFrom('site.page').selectAll().where('id', '=', id).executeTakeFirst()
    : undefined
  if (!row) throw new NotFound('page')
  return { ...row, id: row.id as PageId, parentId: row.parentId as PageId | null }
}

export type AuthoredVersion = Version & { readonly author: string | null; readonly previewKey: string }

/** Every version of a page, in every language, the newest first. */
export async function listVersions(tx: Tx, page: PageId): Promise<readonly AuthoredVersion[]> {
  const rows = await tx
    .selectFrom('site.pageVersion as v')
    .leftJoin('identity.person as a', 'a.id', 'v.authorId')
    .selectAll('v')
    .select('a.name as author')
    .where('v.pageId', '=', page)
    .orderBy('v.number', 'desc')
    .execute()
  return rows.map((row) => ({
    ...row,
    id: row.id as VersionId,
    pageId: row.pageId as PageId,
    authorId: row.authorId as PersonId | null,
    status: row.status as Status,
  }))
}

export type NewPage = Pick<Page, 'slug' | 'language' | 'parentId'>

/** Adds a page; undefined when its address was taken in the meantime. */
export async function insertPage(tx: Tx, page: NewPage): Promise<PageId | undefined> {
  const id = newId<'page'>()
  const row = await tx
    .insertInto('site.page')
    .values({ ...page, id })
    .onConflict((clash) => clash.column('slug').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row && id
}

export type Text = Pick<Version, 'title' | 'summary' | 'body' | 'reason' | 'translates'>
export type NewVersion = Text &
  Pick<Version, 'pageId' | 'language' | 'number' | 'createdAt'> &
  Partial<{ status: Status; publishAt: Instant; publishedBy: PersonId }>

/** Begins a version; undefined when somebody else has begun one. */
export async function insertVersion(tx: Tx, version: NewVersion): Promise<VersionId | undefined> {
  const id = newId<'page-version'>()
  const row = await tx
    .insertInto('site.pageVersion')
    .values({ ...version, id })
    .onConflict((clash) => clash.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row && id
}

/** Writes a draft's text. False when it has moved on. */
export async function updateDraft(
  tx: Tx,
  { id, version }: Pick<Version, 'id' | 'version'>,
  text: Text,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('site.pageVersion')
    .set({ ...text, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('status', '=', 'draft')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export type StatusChange = {
  readonly status: Status
  readonly publishAt: Instant | null
  readonly publishedBy: PersonId | null
}

/** Moves one version. False when it has moved on. */
export async function updateStatus(
  tx: Tx,
  { id, version }: Pick<Version, 'id' | 'version'>,
  change: StatusChange,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('site.pageVersion')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Archives or restores every published version of a page at once. Returns how many. */
export async function updateAll(tx: Tx, page: PageId, from: Status, to: Status): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('site.pageVersion')
    .set((eb) => ({ status: to, version: eb('version', '+', 1) }))
    .where('pageId', '=', page)
    .where('status', '=', from)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

export type PageChange = Pick<Page, 'slug' | 'parentId' | 'navPosition' | 'reviewMonths'>

/** Changes where a page stands. False when it has moved on. */
export async function updatePage(
  tx: Tx,
  { id, version }: Pick<Page, 'id' | 'version'>,
  change: PageChange | { reviewedOn: Temporal.PlainDate },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('site.page')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
