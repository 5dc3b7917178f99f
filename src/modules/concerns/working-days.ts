import Holidays from 'date-holidays'
import { civilDate, type Instant, Temporal, ZONE } from '../../kernel/clock.ts'
import { remembered } from '../../kernel/remembered.ts'

// The calendar comes with the package: rules, and the days that were moved or added by proclamation.
const ENGLAND = new Holidays('GB', 'ENG', { types: ['public'] })
const known = new Map<number, ReadonlySet<string>>()

/** A working day ends at five in the afternoon, as the council's does. */
const CLOSING = 17

/** Bank holidays of England in one year, as ISO dates, substitute days among them. */
export function bankHolidays(year: number): ReadonlySet<string> {
  const found = known.get(year)
  if (found) return found
  const days = new Set(ENGLAND.getHolidays(year).map(({ date }) => date.slice(0, 10)))
  known.set(year, days)
  return days
}

/** Monday to Friday, and no bank holiday in England. */
export const isWorkingDay = (day: Temporal.PlainDate): boolean =>
  day.dayOfWeek <= 5 && !bankHolidays(day.year).has(day.toString())

/** The first working day after a day. */
export function nextWorkingDay(day: Temporal.PlainDate): Temporal.PlainDate {
  let next = day.add({ days: 1 })
  while (!isWorkingDay(next)) next = next.add({ days: 1 })
  return next
}

/**
 * One working day from an instant: five in the afternoon, in Europe/London, of the first working day after the
 * civil day it falls on. Both clocks of a concern use it: acknowledgement, and the check after an urgent hand-over.
 */
export const oneWorkingDayFrom = (at: Instant): Instant =>
  deadlineOf(Math.floor(at.epochMilliseconds / HOUR_MS))

const HOUR_MS = 3_600_000

// A day begins on the hour in London, in summer and winter: whatever falls in one hour has one deadline.
const deadlineOf = remembered(500, (hour: number) =>
  nextWorkingDay(civilDate(Temporal.Instant.fromEpochMilliseconds(hour * HOUR_MS)))
    .toZonedDateTime({ timeZone: ZONE, plainTime: { hour: CLOSING } })
    .toInstant(),
)
