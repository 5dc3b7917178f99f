import { civilDate, type Instant, type Temporal, ZONE } from '../../kernel/clock.ts'

/** 24 January 2019 */
export const dayText = (day: Temporal.PlainDate): string =>
  day.toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })

/** The civil day on which an instant falls, as words. */
export const dayOf = (at: Instant): string => dayText(civilDate(at))

/** 24 January 2019 at 9:05am, in the council's time. */
export function momentText(at: Instant): string {
  const { hour, minute } = at.toZonedDateTimeISO(ZONE)
  const time = `${hour % 12 || 12}:${String(minute).padStart(2, '0')}${hour < 12 ? 'am' : 'pm'}`
  return `${dayOf(at)} at ${time}`
}
