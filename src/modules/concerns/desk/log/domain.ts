import { type Instant, Temporal, ZONE } from '../../../../kernel/clock.ts'
import { isId } from '../../../../kernel/ids.ts'

export const PAGE = 50

export type LogQuery = {
  /** Identifier of whoever acted. */
  readonly person: string | undefined
  readonly action: string | undefined
  /** A concern's reference, as officers write it. */
  readonly ref: string | undefined
  /** Days in Europe/London, both included. */
  readonly from: Temporal.PlainDate | undefined
  readonly to: Temporal.PlainDate | undefined
  /** Entries older than this one. */
  readonly before: number | undefined
}

export type Entry = {
  readonly id: number
  readonly at: Instant
  readonly by: string
  readonly action: string
  readonly ref: string | null
  /** The officer whom the act was about, when it was one. */
  readonly about: string | null
  readonly purpose: string | null
  readonly searched: string | null
}

/** Reads the address of a page of the log; what is not understood counts as not said. */
export function readLogQuery(query: Readonly<Record<string, unknown>>): LogQuery {
  const text = (name: string) => {
    const value = query[name]
    // PostgreSQL's text cannot hold NUL
    return typeof value === 'string' && value.trim() !== '' && !value.includes('\0')
      ? value.trim().slice(0, 100)
      : undefined
  }
  const before = Number(text('before'))
  return {
    person: isId(query.person) ? query.person : undefined,
    action: text('action'),
    ref: text('ref')?.toUpperCase(),
    from: dayOf(text('from')),
    to: dayOf(text('to')),
    before: Number.isSafeInteger(before) && before > 0 ? before : undefined,
  }
}

function dayOf(text: string | undefined): Temporal.PlainDate | undefined {
  try {
    const day = text === undefined ? undefined : Temporal.PlainDate.from(text)
    return day && day.year > 1900 && day.year < 3000 ? day : undefined
  } catch {
    return undefined
  }
}

/** The instant at which a civil day begins. */
export const startOf = (day: Temporal.PlainDate): Instant => day.toZonedDateTime(ZONE).toInstant()
