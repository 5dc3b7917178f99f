import { sql } from 'kysely'
import type { Temporal } from '../../../kernel/clock.ts'
import type { Id } from '../../../kernel/ids.ts'
import type { Tx } from '../../../platform/db/index.ts'
import type { VersionId } from '../pages/domain.ts'
import { type Comment, type CommentFilter, type RatedVersion, SIZE } from './domain.ts'

/** Names one rating to the server that wrote it; random, and shown to nobody unsealed. */
export type RatingId = Id<'rating'>

export type Rating = {
  readonly versionId: VersionId
  readonly useful: boolean
  readonly day: Temporal.PlainDate
}

/** Through the public's door, which writes and reads nothing. Undefined when that version was never public. */
export async function saveRating(tx: Tx, { versionId, useful, day }: Rating): Promise<RatingId | undefined> {
  const { rows } = await sql<{ rating: RatingId | null }>`
    select site.rate(${versionId}::uuid, ${useful}::boolean, ${day.toString()}::date) as rating`.execute(tx)
  return rows[0]?.rating ?? undefined
}

/** Adds the one comment of a rating. The same words again change nothing; false when it has others already. */
export async function addComment(tx: Tx, rating: RatingId, words: string): Promise<boolean> {
  const { rows } = await sql<{ added: boolean }>`
    select site.comment_on_rating(${rating}::uuid, ${words}) as added`.execute(tx)
  return rows[0]?.added ?? false
}

/** The published version that somebody is about to rate. */
export async function findRateable(
  tx: Tx,
  version: VersionId,
): Promise<{ title: string; slug: string; language: string; original: string } | undefined> {
  return tx
    .selectFrom('site.pageVersion as v')
    .innerJoin('site.page as p', 'p.id', 'v.pageId')
    .select(['v.title', 'p.slug', 'v.language', 'p.language as original'])
    .where('v.id', '=', version)
    .executeTakeFirst()
}

/** One screen of rated versions, the lowest share of Yes first within the most rated, and how many there are. */
export async function listRated(
  tx: Tx,
  page: number,
): Promise<{ versions: readonly RatedVersion[]; total: number }> {
  const { rows } = await sql<RatedVersion & { total: number }>`
    select v.page_id, p.slug, v.title, v.language, v.number,
      count(*) filter (where r.useful) as yes, count(*) filter (where not r.useful) as no,
      count(*) filter (where r.comment <> '') as comments, count(*) over () as total
    from site.rating r join site.page_version v on v.id = r.version_id join site.page p on p.id = v.page_id
    group by v.id, p.id order by v.title collate "en-GB-x-icu", v.language, v.number desc
    limit ${SIZE} offset ${(page - 1) * SIZE}`.execute(tx)
  return { versions: rows, total: rows[0]?.total ?? 0 }
}

/** One screen of comments, the newest day first, and how many there are. */
export async function listComments(
  tx: Tx,
  filter: CommentFilter,
): Promise<{ comments: readonly Comment[]; total: number }> {
  const all = tx
    .selectFrom('site.rating as r')
    .innerJoin('site.pageVersion as v', 'v.id', 'r.versionId')
    .where('r.comment', '<>', '')
    .$if(filter.show === 'no', (query) => query.where('r.useful', '=', false))
    .$if(filter.of !== '', (query) => query.where('v.pageId', '=', filter.of))
  const [comments, count] = await Promise.all([
    all
      .select(['r.id', 'v.title', 'v.language', 'v.number', 'r.useful', 'r.comment', 'r.day'])
      .orderBy('r.day', 'desc')
      .orderBy('r.id')
      .limit(SIZE)
      .offset((filter.page - 1) * SIZE)
      .execute(),
    all.select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow(),
  ])
  return { comments, total: count.n }
}
