import { sql } from 'kysely'
import type { Instant } from '../../../kernel/clock.ts'
import type { Tx } from '../../../platform/db/index.ts'
import type { Address } from '../pages/address.ts'
import { type PageId, reviewDue, type VersionId } from '../pages/domain.ts'
import type { LivePage, PublishedPage } from './domain.ts'

/** Which version each page shows now, in each of its languages: the one published last. */
const live = (tx: Tx, now: Instant) =>
  tx
    .selectFrom('site.pageVersion as v')
    .innerJoin('site.page as p', 'p.id', 'v.pageId')
    .where('v.status', '=', 'published')
    .where('v.publishAt', '<=', now)
    .distinctOn(['v.pageId', 'v.language'])
    .orderBy('v.pageId')
    .orderBy('v.language')
    .orderBy('v.publishAt', 'desc')
    .orderBy('v.number', 'desc')

/** Every page that readers can see, in every language, without its text. */
export async function livePages(tx: Tx, now: Instant): Promise<readonly LivePage[]> {
  const rows = await live(tx, now)
    .select(['p.id', 'p.slug', 'p.language as original', 'v.language', 'v.title'])
    .select(['p.parentId', 'p.navPosition', 'v.publishAt'])
    .execute()
  return rows.map(({ publishAt, ...row }) => ({
    ...row,
    id: row.id as PageId,
    parentId: row.parentId as PageId | null,
    publishedAt: publishAt ?? now,
  }))
}

/** The page at an address, as it is published now; undefined when there is none. */
export async function findPublished(
  tx: Tx,
  address: Address,
  now: Instant,
): Promise<PublishedPage | undefined> {
  const rows = await live(tx, now)
    .where('p.slug', '=', address.slug)
    .select(['p.id', 'p.slug', 'p.language as original', 'p.parentId', 'p.navPosition'])
    .select(['p.reviewMonths', 'p.reviewedOn', 'v.id as versionId', 'v.language', 'v.number'])
    .select(['v.title', 'v.summary', 'v.body', 'v.translates', 'v.publishAt'])
    .execute()
  const row = rows.find((r) => r.language === (address.language ?? r.original))
  // the original's own address has no language in it
  if (!row || address.language === row.original) return undefined
  const { publishAt, reviewMonths, reviewedOn, translates, ...page } = row
  const original = rows.find((r) => r.language === r.original)
  const publishedAt = publishAt ?? now
  return {
    ...page,
    id: page.id as PageId,
    parentId: page.parentId as PageId | null,
    versionId: page.versionId as VersionId,
    publishedAt,
    reviewDue: reviewDue({ reviewMonths, reviewedOn }, publishedAt),
    originalMovedOn: translates !== null && (original?.number ?? 0) > translates,
  }
}

/** Where an old address leads now: the slug and language of its page; undefined when it is no old address. */
export async function findRedirect(
  tx: Tx,
  path: string,
): Promise<{ slug: string; language: string } | undefined> {
  return tx
    .selectFrom('site.redirect as r')
    .innerJoin('site.page as p', 'p.id', 'r.pageId')
    .select(['p.slug', 'p.language'])
    .where('r.path', '=', path)
    .executeTakeFirst()
}

/** When the public pages next change by themselves, if they will. */
export async function nextChange(tx: Tx, now: Instant): Promise<Instant | undefined> {
  const { rows } = await sql<{ at: Instant | null }>`
    select site.next_change(${now.toString()}::timestamptz) as at`.execute(tx)
  return rows[0]?.at ?? undefined
}

/** A number that has moved when anything that public pages show has changed. */
export async function siteRevision(tx: Tx): Promise<number> {
  const row = await tx.selectFrom('site.revision').select('number').executeTakeFirstOrThrow()
  return row.number
}

export type Previewed = Pick<
  PublishedPage,
  'id' | 'slug' | 'original' | 'language' | 'number' | 'title' | 'summary' | 'body'
> & {
  readonly status: string
}

/** A version by its preview key, whatever its status; undefined when there is none. */
export async function findPreviewed(tx: Tx, key: string): Promise<Previewed | undefined> {
  const { rows } = await sql<Previewed>`
    select page_id as id, slug, original, language, number, title, summary, body, status
      from site.previewed(${key}::uuid)`.execute(tx)
  return rows[0]
}
