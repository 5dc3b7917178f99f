import { z } from 'zod'
import { type Instant, Temporal, ZONE } from '../../../../kernel/clock.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { once, optionalText, text } from '../fields.ts'
import { CHANNELS } from '../labels.ts'

const part = z.string().trim().default('')

export const RecordForm = z.object({
  once,
  channel: z.enum(CHANNELS, 'Select how it came'),
  danger: z.enum(['yes', 'no'], 'Select whether anyone is in danger now'),
  worry: text('Enter what worries them', 10_000, 'What worries them'),
  happened: optionalText(1_000, 'When it happened'),
  relationship: optionalText(200, 'How they know the person'),
  contact: optionalText(500, 'How to reach them'),
  language: optionalText(100, 'Language'),
  day: part,
  month: part,
  year: part,
  time: part,
  receipt: z.enum(['yes', 'no'], 'Select whether they want a receipt'),
})

const TIME = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/

type When = { readonly day: string; readonly month: string; readonly year: string; readonly time: string }

/** When it came, in the council's time. In the hour that happens twice, the first of the two. */
export function readWhen({ day, month, year, time }: When, now: Instant): Result<Instant> {
  if (![day, month, year].every((one) => /^\d{1,4}$/.test(one)))
    return err({ day: 'Enter the date on which it came' })
  const clock = TIME.exec(time.trim())
  if (!clock) return err({ time: 'Enter the time at which it came, like 9:30 or 14:05' })
  const [hour, minute] = [Number(clock[1]), Number(clock[2])]
  try {
    const fields = {
      year: Number(year),
      month: Number(month),
      day: Number(day),
      hour,
      minute,
      timeZone: ZONE,
    }
    const at = Temporal.ZonedDateTime.from(fields, { overflow: 'reject' }).toInstant()
    if (Temporal.Instant.compare(at, now) > 0) return err({ day: 'The date and time must be in the past' })
    if (at.epochMilliseconds < now.subtract({ hours: 24 * 365 }).epochMilliseconds)
      return err({ day: 'The date must be within the last year' })
    return ok(at)
  } catch {
    return err({ day: 'Enter a real date' })
  }
}

/** Now, as the form starts. */
export function startOf(now: Instant): When {
  const at = now.toZonedDateTimeISO(ZONE)
  const time = at.toPlainTime().toString({ smallestUnit: 'minute' })
  return { day: String(at.day), month: String(at.month), year: String(at.year), time }
}
