import { civilDate, type Instant, Temporal } from '../../../kernel/clock.ts'
import type { Id, PersonId } from '../../../kernel/ids.ts'
import { err, ok, type Result } from '../../../kernel/result.ts'

export type PageId = Id<'page'>
export type VersionId = Id<'page-version'>

export const STATUSES = ['draft', 'review', 'published', 'archived'] as const
export type Status = (typeof STATUSES)[number]

/** What an editor can do with a version. */
export type Act = 'submit' | 'return' | 'publish' | 'withdraw' | 'archive' | 'restore'

const MOVES: Readonly<Record<Act, { from: Status; to: Status; refused: string }>> = {
  submit: { from: 'draft', to: 'review', refused: 'Only a draft can be sent for review' },
  return: { from: 'review', to: 'draft', refused: 'Only a version in review can go back to draft' },
  publish: { from: 'review', to: 'published', refused: 'Send this version for review before you publish it' },
  withdraw: { from: 'published', to: 'draft', refused: 'This version is not waiting to be published' },
  archive: { from: 'published', to: 'archived', refused: 'Only a published page can be archived' },
  restore: { from: 'archived', to: 'published', refused: 'This page is not archived' },
}

/** Where an act leads from a status, or why it does not. */
export function move(status: Status, act: Act): Result<Status> {
  const { from, to, refused } = MOVES[act]
  return status === from ? ok(to) : err({ '': refused })
}

export type Version = {
  readonly id: VersionId
  readonly pageId: PageId
  readonly language: string
  readonly number: number
  readonly title: string
  readonly summary: string
  readonly body: string
  readonly reason: string
  readonly translates: number | null
  readonly authorId: PersonId | null
  readonly createdAt: Instant
  readonly status: Status
  readonly publishAt: Instant | null
  readonly version: number
}

export type Page = {
  readonly id: PageId
  /** '' is the front page. */
  readonly slug: string
  readonly language: string
  readonly parentId: PageId | null
  readonly navPosition: number | null
  readonly reviewMonths: number
  readonly reviewedOn: Temporal.PlainDate | null
  readonly fixed: boolean
  readonly version: number
}

/** Whether a version has been published and its time has not come. */
export const isWaiting = (version: Pick<Version, 'status' | 'publishAt'>, now: Instant): boolean =>
  version.status === 'published' &&
  version.publishAt !== null &&
  Temporal.Instant.compare(version.publishAt, now) > 0

/** What readers see: of the versions whose time has come, the one published last. */
export function liveVersion<V extends Pick<Version, 'status' | 'publishAt' | 'number'>>(
  versions: readonly V[],
  now: Instant,
): V | undefined {
  return versions
    .filter((v) => v.status === 'published' && !isWaiting(v, now))
    .sort((a, b) => {
      const order = a.publishAt && b.publishAt ? Temporal.Instant.compare(b.publishAt, a.publishAt) : 0
      return order || b.number - a.number
    })[0]
}

/** The version that is being written, in review or waiting for its time; there is one at most. */
export const openVersion = <V extends Pick<Version, 'status' | 'publishAt'>>(
  versions: readonly V[],
  now: Instant,
): V | undefined => versions.find((v) => v.status === 'draft' || v.status === 'review' || isWaiting(v, now))

/** The day from which a page's next review is due. A later check or publication moves it on. */
export function reviewDue(
  page: Pick<Page, 'reviewMonths' | 'reviewedOn'>,
  publishedAt: Instant,
): Temporal.PlainDate {
  const published = civilDate(publishedAt)
  const reviewed = page.reviewedOn
  const last = reviewed && Temporal.PlainDate.compare(reviewed, published) > 0 ? reviewed : published
  return last.add({ months: page.reviewMonths })
}

/** Overdue begins on the day after the day it was due. */
export const isOverdue = (due: Temporal.PlainDate, today: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(today, due) > 0
