import { Temporal, ZONE } from '../../../kernel/clock.ts'
import { isId } from '../../../kernel/ids.ts'
import type { LogFilter } from './domain.ts'

/** What was typed into the filter, as it is drawn again. Dates are days, as 2026-11-23. */
export type LogQuery = {
  readonly person: string
  readonly action: string
  readonly subject: string
  readonly from: string
  readonly to: string
  readonly before: string
}

const NAMES = ['person', 'action', 'subject', 'from', 'to', 'before'] as const

export function readLogQuery(query: Readonly<Record<string, unknown>>): LogQuery {
  const entries = NAMES.map((name) => [name, textOf(query[name])])
  return Object.fromEntries(entries) as LogQuery
}

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value.replaceAll('\0', '').trim().slice(0, 200) : ''

/** What it asks for, and what is wrong with it. A day is the council's: it begins and ends in Europe/London. */
export function logFilter(query: LogQuery): {
  filter: LogFilter
  errors: { name: string; message: string }[]
} {
  const from = dayOf(query.from)
  const to = dayOf(query.to)
  const errors = [
    ...(query.from && !from ? [{ name: 'from', message: 'Enter the first day like 23/11/2026' }] : []),
    ...(query.to && !to ? [{ name: 'to', message: 'Enter the last day like 23/11/2026' }] : []),
  ]
  const before = Number(query.before)
  const filter = {
    person: isId(query.person) ? query.person : undefined,
    action: query.action || undefined,
    subject: query.subject || undefined,
    from: from?.toZonedDateTime(ZONE).toInstant(),
    to: to?.add({ days: 1 }).toZonedDateTime(ZONE).toInstant(),
    before: Number.isSafeInteger(before) && before > 0 ? before : undefined,
  }
  return { filter, errors }
}

/** 23/11/2026, 23 11 2026 or 2026-11-23; undefined for anything else, 30 February too. */
function dayOf(text: string): Temporal.PlainDate | undefined {
  const british = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/.exec(text)
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  const [day, month, year] = british ? british.slice(1) : iso ? iso.slice(1).reverse() : []
  if (!day || !month || !year) return undefined
  const date = { day: Number(day), month: Number(month), year: Number(year) }
  const real = new Date(Date.UTC(date.year, date.month - 1, date.day))
  // years that nobody means would overflow PostgreSQL's calendar or ours
  if (date.year < 1900 || date.year > 2999) return undefined
  if (date.month < 1 || real.getUTCMonth() !== date.month - 1 || real.getUTCDate() !== date.day)
    return undefined
  return Temporal.PlainDate.from(date)
}
