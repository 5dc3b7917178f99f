import { civilDate, type Instant, ZONE } from '../../../kernel/clock.ts'

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
const SHORT = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: ZONE,
})
const TIME = new Intl.DateTimeFormat('en-GB', {
  hour: 'numeric',
  minute: '2-digit',
  hour12: true,
  timeZone: ZONE,
})

/** "Tuesday 24 November". */
export const dayWords = (at: Instant): string => DAY.format(at.epochMilliseconds).replace(',', '')

/** "24 November 2026". */
export const dateWords = (at: Instant): string => DATE.format(at.epochMilliseconds)

/** "4:05pm". */
export const timeWords = (at: Instant): string =>
  TIME.format(at.epochMilliseconds)
    .replace(/:00/, '')
    .replace(/[\s\u202f]/g, '')
    .toLowerCase()

/** "24 November 2026 at 4:05pm". */
export const momentWords = (at: Instant): string => `${dateWords(at)} at ${timeWords(at)}`

/** "24 Nov 2026, 4:05pm", for columns. */
export const shortMomentWords = (at: Instant): string =>
  `${SHORT.format(at.epochMilliseconds)}, ${timeWords(at)}`

/** For machines, in a `time` element. */
export const iso = (at: Instant): string => at.toString({ smallestUnit: 'second' })

/** "1 day", "3 days". */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`

/** Whole civil days from one instant to a later one, in Europe/London. */
export const daysBetween = (from: Instant, to: Instant): number =>
  civilDate(from).until(civilDate(to), { largestUnit: 'day' }).days
