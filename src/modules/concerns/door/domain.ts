import { type Instant, type Temporal, ZONE } from '../../../kernel/clock.ts'

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

const DAY = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  timeZone: ZONE,
})
const DATE = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: ZONE,
})
const TIME = new Intl.DateTimeFormat('en-GB', {
  hour: 'numeric',
  minute: '2-digit',
  hour12: true,
  timeZone: ZONE,
})

/** "5pm on Wednesday 25 November". */
export const deadlineWords = (at: Instant): string =>
  `${timeWords(at)} on ${DAY.format(at.epochMilliseconds)}`

/** "25 November 2026". */
export const dateWords = (at: Instant): string => DATE.format(at.epochMilliseconds)

/** "25 November 2026 at 4:05pm". */
export const momentWords = (at: Instant): string => `${dateWords(at)} at ${timeWords(at)}`

const timeWords = (at: Instant): string =>
  TIME.format(at.epochMilliseconds)
    .replace(/:00/, '')
    .replace(/[\s\u202f]/g, '')
    .toLowerCase()

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
