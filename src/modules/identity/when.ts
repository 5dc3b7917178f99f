import { type Instant, ZONE } from '../../kernel/clock.ts'

/** "23 November 2026 at 10:05", in the council's time, with the ISO text for machines. */
export function when(at: Instant): { text: string; iso: string } {
  const local = at.toZonedDateTimeISO(ZONE)
  const day = local.toPlainDate().toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })
  const time = `${local.hour}:${String(local.minute).padStart(2, '0')}`
  return { text: `${day} at ${time}`, iso: at.toString() }
}
