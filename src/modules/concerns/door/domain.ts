import type { Instant, Temporal } from '../../../kernel/clock.ts'
import { timeWords, weekdayWords } from '../../../kernel/moments.ts'

/** In characters as people count them: an accented letter or an emoji of one code point is one. */
export const WORRY_MAX = 10_000
export const MESSAGE_MAX = 10_000

/** More concerns than this within ten minutes, and those that follow are marked for the officers. None is refused. */
export const BURST_OVER = 20

/** How long the page with the receipt, and the page that a receipt opens, can be loaded again. */
export const SHOWN_FOR = { minutes: 30 }

/** How far a concern has come, as its sender is told it. */
export type State = 'received' | 'looking' | 'replied' | 'closed'

/** Browsers send a line's end as two characters; the page counts it as one, and so do we. */
export const plainText = (text: string): string => text.replaceAll(/\r\n?/g, '\n').trim()

/** Code points, not bytes and not halves of emoji. */
export const lengthOf = (text: string): number => [...text].length

/** "5pm on Wednesday 25 November". */
export const deadlineWords = (at: Instant): string => `${timeWords(at)} on ${weekdayWords(at)}`

const UNITS = [
  ['years', 'year'],
  ['months', 'month'],
  ['weeks', 'week'],
  ['days', 'day'],
] as const

/** "6 years", "1 year and 6 months". */
export function periodWords(period: Temporal.Duration): string {
  const parts = UNITS.filter(([unit]) => period[unit] > 0).map(
    ([unit, one]) => `${period[unit]} ${period[unit] === 1 ? one : unit}`,
  )
  return [parts.slice(0, -1).join(', '), parts.at(-1)].filter(Boolean).join(' and ') || '0 days'
}
