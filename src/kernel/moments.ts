import { type Instant, type Temporal, ZONE } from './clock.ts'
import { remembered } from './remembered.ts'

// Days and times as pages say them, in the council's time and GOV.UK's style.

const MOST = 2_000

const formatOf = (options: Intl.DateTimeFormatOptions): ((ms: number) => string) => {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, ...options })
  return remembered(MOST, (ms: number) => format.format(ms))
}

const DATE = { day: 'numeric', month: 'long', year: 'numeric' } as const
const LONG = formatOf(DATE)
const SHORT = formatOf({ ...DATE, month: 'short' })
const WEEKDAY = formatOf({ weekday: 'long', day: 'numeric', month: 'long' })
const TIME = formatOf({ hour: 'numeric', minute: '2-digit', hour12: true })

/** "24 November 2026", of a civil day. */
export const dayWords = (day: Temporal.PlainDate): string => day.toLocaleString('en-GB', DATE)

/** "24 November 2026", the day on which an instant falls. */
export const dateWords = (at: Instant): string => LONG(at.epochMilliseconds)

/** "Tuesday 24 November". */
export const weekdayWords = (at: Instant): string => WEEKDAY(at.epochMilliseconds).replace(',', '')

/** "4:05pm", "5pm". */
export const timeWords = (at: Instant): string =>
  TIME(at.epochMilliseconds)
    .replace(/:00/, '')
    .replace(/[\s\u202f]/g, '')
    .toLowerCase()

/** "24 November 2026 at 4:05pm". */
export const momentWords = (at: Instant): string => `${dateWords(at)} at ${timeWords(at)}`

/** "24 Nov 2026, 4:05pm", for columns. */
export const shortMomentWords = (at: Instant): string => `${SHORT(at.epochMilliseconds)}, ${timeWords(at)}`

/** For machines, in a `time` element. */
export const iso = (at: Instant): string => at.toString({ smallestUnit: 'second' })
