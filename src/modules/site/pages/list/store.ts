import { type RawBuilder, sql } from 'kysely'
import type { Instant, Temporal } from '../../../../kernel/clock.ts'
import type { Tx } from '../../../../platform/db/index.ts'
import type { PageId } from '../domain.ts'
import { type ListFilter, PAGE_SIZE } from './domain.ts'

export type ListedPage = {
  readonly id: PageId
  readonly slug: string
  readonly title: string
  readonly state: 'draft' | 'review' | 'waiting' | 'published' | 'archived'
  /** A version that is being written beside the published one. */
  readonly open: 'draft' | 'review' | 'waiting' | null
  readonly publishedAt: Instant | null
  readonly reviewDue: Temporal.PlainDate | null
}

/** Each page as editors list it: what is live in its own language, and what is being written. */
const pages = (now: Instant): RawBuilder<ListedPage> => sql`
  select p.id, p.slug, coalesce(l.title, n.title) as title, l.publish_at as published_at,
    case when l.id is not null then 'published'
         when n.status = 'published' then 'waiting' else n.status end as state,
    case when l.id is null then null
         when o.status = 'published' then 'waiting' else o.status end as open,
    (greatest((l.publish_at at time zone 'Europe/London')::date, p.reviewed_on)
      + make_interval(months => p.review_months))::date as review_due
  from site.page p
  join lateral (select v.* from site.page_version v
    where v.page_id = p.id and v.language = p.language order by v.number desc limit 1) n on true
  left join lateral (select v.* from site.page_version v
    where v.page_id = p.id and v.language = p.language and v.status = 'published' and v.publish_at <= ${now}
    order by v.publish_at desc, v.number desc limit 1) l on true
  left join lateral (select v.status from site.page_version v
    where v.page_id = p.id and v.language = p.language
      and (v.status in ('draft', 'review') or (v.status = 'published' and v.publish_at > ${now})) limit 1) o on true`

const isOverdue = (today: Temporal.PlainDate) =>
  sql<boolean>`published_at is not null and review_due < ${today}`

/** One screen of pages by title, and how many there are. */
export async function listPages(
  tx: Tx,
  filter: ListFilter,
  now: Instant,
  today: Temporal.PlainDate,
): Promise<{ pages: readonly ListedPage[]; total: number }> {
  const shown = {
    all: sql<boolean>`true`,
    overdue: isOverdue(today),
    open: sql<boolean>`open is not null or state in ('draft', 'review', 'waiting')`,
    archived: sql<boolean>`state = 'archived'`,
  }[filter.show]
  const { rows } = await sql<ListedPage & { total: number }>`
    select l.*, count(*) over () as total from (${pages(now)}) l
    where ${shown} and (strpos(lower(title), lower(${filter.q})) > 0 or strpos(slug, lower(${filter.q})) > 0)
    order by title collate "en-GB-x-icu", slug limit ${PAGE_SIZE} offset ${(filter.page - 1) * PAGE_SIZE}`.execute(
    tx,
  )
  return { pages: rows, total: rows[0]?.total ?? 0 }
}

/** How many published pages are overdue for review. */
export async function countOverdue(tx: Tx, now: Instant, today: Temporal.PlainDate): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from (${pages(now)}) l where ${isOverdue(today)}`.execute(tx)
  return rows[0]?.n ?? 0
}

/** Every page by title, for choosing one. */
export async function pageChoices(
  tx: Tx,
  now: Instant,
): Promise<readonly Pick<ListedPage, 'id' | 'slug' | 'title'>[]> {
  const { rows } = await sql<ListedPage>`
    select l.* from (${pages(now)}) l order by title collate "en-GB-x-icu" limit 500`.execute(tx)
  return rows
}
