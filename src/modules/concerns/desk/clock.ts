import { type Instant, Temporal, ZONE } from '../../../kernel/clock.ts'
import { timeWords, weekdayWords } from '../../../kernel/moments.ts'
import { isWorkingDay } from '../working-days.ts'
import { counted, daysBetween } from './words.ts'

const OPENS = 9
const CLOSES = 17

/** Beside every clock, so that nobody has to guess what it measures. */
export const CLOCK_MEANS =
  'A concern must be acknowledged by 5pm on the next working day after it came: Monday to Friday, without bank holidays in England. It counts as acknowledged when an officer first replies, decides, or marks it as acknowledged. One that came by telephone or in person was acknowledged then.'
export const CHECK_MEANS =
  'An urgent hand-over to the police goes at once. A second officer must check it by 5pm on the next working day.'

export type Clocks = {
  readonly status: string
  readonly acknowledgeBy: Instant
  readonly acknowledgedAt: Instant | null
  readonly checkBy: Instant | null
}
export type ClockWords = { readonly text: string; readonly overdue: boolean }

/** What runs out next, in words: "Acknowledge by Tuesday 24 November, 2 working hours left". */
export function clockWords(clocks: Clocks, now: Instant): ClockWords[] {
  if (clocks.status === 'closed') return []
  const { acknowledgedAt, acknowledgeBy, checkBy } = clocks
  return [
    ...(acknowledgedAt ? [] : [one('Acknowledge', acknowledgeBy, now)]),
    ...(checkBy ? [one('Check the hand-over', checkBy, now)] : []),
  ]
}

// A queue's clocks end at five on a few days, and calendars are slow: each end is worded once a minute.
const MINUTE = 60_000
let minute = 0
let worded = new Map<string, ClockWords>()

function one(what: string, due: Instant, now: Instant): ClockWords {
  const present = Math.floor(now.epochMilliseconds / MINUTE)
  if (present !== minute || worded.size > 1_000) {
    minute = present
    worded = new Map()
  }
  const overdue = now.epochMilliseconds > due.epochMilliseconds
  const key = `${what} ${due.epochMilliseconds} ${overdue}`
  const known = worded.get(key) ?? word(what, due, now)
  worded.set(key, known)
  return known
}

function word(what: string, due: Instant, now: Instant): ClockWords {
  if (now.epochMilliseconds > due.epochMilliseconds)
    return { text: `${what}: overdue by ${overdueWords(due, now)}`, overdue: true }
  return {
    text: `${what} by ${timeWords(due)} on ${weekdayWords(due)}, ${leftWords(now, due)}`,
    overdue: false,
  }
}

/** "3 days", by the calendar; "less than a day" on the day itself. */
export function overdueWords(due: Instant, now: Instant): string {
  const days = daysBetween(due, now)
  return days === 0 ? 'less than a day' : counted(days, 'day')
}

function leftWords(now: Instant, due: Instant): string {
  const hours = Math.floor(workingMinutes(now, due) / 60)
  return hours === 0 ? 'less than a working hour left' : `${counted(hours, 'working hour')} left`
}

/** Minutes between 9am and 5pm on working days. Clocks run for days, never for years, so days are walked. */
export function workingMinutes(from: Instant, to: Instant): number {
  const [start, end] = [from.toZonedDateTimeISO(ZONE), to.toZonedDateTimeISO(ZONE)]
  let minutes = 0
  for (
    let day = start.toPlainDate();
    Temporal.PlainDate.compare(day, end.toPlainDate()) <= 0;
    day = day.add({ days: 1 })
  ) {
    if (!isWorkingDay(day)) continue
    const opens = day.toZonedDateTime({ timeZone: ZONE, plainTime: { hour: OPENS } }).epochMilliseconds
    const closes = day.toZonedDateTime({ timeZone: ZONE, plainTime: { hour: CLOSES } }).epochMilliseconds
    const worked = Math.min(closes, end.epochMilliseconds) - Math.max(opens, start.epochMilliseconds)
    minutes += Math.max(0, worked) / 60_000
  }
  return Math.round(minutes)
}
