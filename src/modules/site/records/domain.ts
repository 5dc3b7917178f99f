import type { Instant } from '../../../kernel/clock.ts'

/** Why one kind of record is held, and for how long: all but the name is the data protection officer's to set. */
export type RecordKind = {
  readonly kind: string
  readonly title: string
  readonly legalBasis: string | null
  readonly condition: string | null
  readonly controller: string | null
  readonly recipients: string | null
  /** As PostgreSQL writes an interval of months: "1 year 6 mons". */
  readonly reviewAfter: string | null
  readonly deleteAfter: string | null
  readonly version: number
  readonly setAt: Instant | null
}

export const NOT_SET = 'Not set yet by the data protection officer'

/** Whole months of an interval that was set in months; undefined for none. */
export function monthsOf(interval: string | null): number | undefined {
  if (interval === null) return undefined
  const years = /(-?\d+) years?/.exec(interval)
  const months = /(-?\d+) mons?/.exec(interval)
  return Number(years?.[1] ?? 0) * 12 + Number(months?.[1] ?? 0)
}

/** "6 months", "7 years", "1 year and 6 months". */
export function periodText(interval: string | null): string | undefined {
  const all = monthsOf(interval)
  if (all === undefined) return undefined
  const [years, months] = [Math.floor(all / 12), all % 12]
  const part = (n: number, name: string) => (n === 0 ? [] : [`${n} ${name}${n === 1 ? '' : 's'}`])
  return [...part(years, 'year'), ...part(months, 'month')].join(' and ') || '0 months'
}
