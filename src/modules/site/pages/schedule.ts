import { type Instant, Temporal, ZONE } from '../../../kernel/clock.ts'
import { err, ok, type Result } from '../../../kernel/result.ts'

export type Moment = {
  readonly day: string
  readonly month: string
  readonly year: string
  readonly time: string
}

const TIME = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/

/**
 * The instant of a civil time in Europe/London. In spring an hour does not exist, and is refused; in autumn one
 * happens twice, and the first is meant.
 */
export function readMoment(moment: Moment, now: Instant): Result<Instant> {
  const date = readDate(moment)
  if (!date) return err({ day: 'Enter a real date, like 27 3 2027' })
  const time = TIME.exec(moment.time.trim())
  if (!time) return err({ time: 'Enter a time, like 09:00 or 17:30' })
  const civil = date.toPlainDateTime(new Temporal.PlainTime(Number(time[1]), Number(time[2])))
  const zoned = civil.toZonedDateTime(ZONE, { disambiguation: 'earlier' })
  if (!zoned.toPlainDateTime().equals(civil))
    return err({ time: 'The clocks go forward then, so there is no such time. Choose another' })
  const at = zoned.toInstant()
  if (Temporal.Instant.compare(at, now) <= 0)
    return err({ day: 'Enter a time in the future, or publish now' })
  if (Temporal.PlainDate.compare(date, zonedToday(now).add({ years: 2 })) > 0)
    return err({ year: 'Enter a time within the next two years' })
  return ok(at)
}

const zonedToday = (now: Instant): Temporal.PlainDate => now.toZonedDateTimeISO(ZONE).toPlainDate()

/** A day from three boxes; undefined when there is no such day. */
export function readDate({ day, month, year }: Omit<Moment, 'time'>): Temporal.PlainDate | undefined {
  const parts = [day, month, year].map((part) => part.trim())
  if (parts.some((part) => !/^\d{1,4}$/.test(part))) return undefined
  const [d = 0, m = 0, y = 0] = parts.map(Number)
  try {
    return Temporal.PlainDate.from({ day: d, month: m, year: y }, { overflow: 'reject' })
  } catch {
    return undefined
  }
}
