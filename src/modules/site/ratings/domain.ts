import type { Temporal } from '../../../kernel/clock.ts'
import type { Id } from '../../../kernel/ids.ts'

/** What readers said of one version of a page. Opinions of those who chose to say, not of all who read it. */
export type RatedVersion = {
  readonly pageId: Id<'page'>
  readonly slug: string
  readonly title: string
  readonly language: string
  readonly number: number
  readonly yes: number
  readonly no: number
  readonly comments: number
}

export type Comment = {
  readonly id: string
  readonly title: string
  readonly language: string
  readonly number: number
  readonly useful: boolean
  readonly comment: string
  readonly day: Temporal.PlainDate
}

/** Whole per cent of answers that were Yes; undefined when there were none. */
export const usefulShare = ({ yes, no }: Pick<RatedVersion, 'yes' | 'no'>): number | undefined =>
  yes + no === 0 ? undefined : Math.round((100 * yes) / (yes + no))

export const SIZE = 25

export type CommentFilter = {
  readonly show: 'all' | 'no'
  /** One page, or '' for all. */
  readonly of: string
  readonly page: number
}

/** A filter from an address: what makes no sense is left out. */
export function readCommentFilter(query: unknown): CommentFilter {
  const { show, of, page } = (query ?? {}) as Record<string, unknown>
  const number = typeof page === 'string' && /^\d{1,4}$/.test(page) ? Number(page) : 1
  return {
    show: show === 'no' ? 'no' : 'all',
    of: typeof of === 'string' && /^[0-9a-f-]{36}$/.test(of) ? of : '',
    page: Math.max(1, number),
  }
}
