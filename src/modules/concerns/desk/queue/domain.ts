import { type Instant, Temporal } from '../../../../kernel/clock.ts'
import { isId } from '../../../../kernel/ids.ts'
import type { Concern } from '../concern/domain.ts'

export const PAGE = 25

export const SHOWS = ['open', 'mine', 'unassigned', 'overdue', 'to-check', 'closed'] as const
export type Show = (typeof SHOWS)[number]
export const SORTS = ['clock', 'newest', 'oldest'] as const
export type Sort = (typeof SORTS)[number]

/** Where a page begins: after the row with these values. */
export type After = {
  readonly calm: boolean
  readonly idle: boolean
  readonly at: Instant
  readonly id: string
}
export type Query = { readonly show: Show; readonly sort: Sort; readonly after: After | undefined }

type Shown = 'id' | 'ref' | 'status' | 'channel' | 'dangerNow' | 'burst' | 'assigned'
type Clocks = 'receivedAt' | 'acknowledgeBy' | 'acknowledgedAt' | 'checkBy'
/** A concern in the queue; `toCheck` when a hand-over of it waits for a second officer. */
export type QueueRow = Pick<Concern, Shown | Clocks> & { readonly toCheck: boolean }

/** Reads the address of a page of the queue; what is not understood counts as not said. */
export function readQuery(query: Readonly<Record<string, unknown>>): Query {
  const show = SHOWS.find((one) => one === query.show) ?? 'open'
  // A closed concern has no clock, so the last to come is first there.
  const usual = show === 'closed' ? 'newest' : 'clock'
  return { show, sort: SORTS.find((one) => one === query.sort) ?? usual, after: readAfter(query.after) }
}

/** Where the next page begins, as it stands in an address. */
export function afterOf(row: QueueRow, sort: Sort): string {
  const due = dueAt(row)
  const at = sort === 'clock' ? (due ?? row.receivedAt) : row.receivedAt
  const urgent = row.dangerNow && row.status === 'received'
  return `${urgent ? 'd' : 'c'}${due === undefined ? 'i' : 'r'}_${at.toString()}_${row.id}`
}

/** The clock that runs out first, as the database's `due_at` has it. */
function dueAt({ status, acknowledgeBy, acknowledgedAt, checkBy }: QueueRow): Instant | undefined {
  if (status === 'closed') return undefined
  if (acknowledgedAt !== null) return checkBy ?? undefined
  return checkBy !== null && Temporal.Instant.compare(checkBy, acknowledgeBy) < 0 ? checkBy : acknowledgeBy
}

function readAfter(text: unknown): After | undefined {
  const [kind, at = '', id, ...more] = typeof text === 'string' ? text.split('_') : []
  if (!/^[cd][ir]$/.test(kind ?? '') || !isId(id) || more.length > 0) return undefined
  try {
    const instant = Temporal.Instant.from(at)
    return isOurs(instant) ? { calm: kind?.[0] === 'c', idle: kind?.[1] === 'i', at: instant, id } : undefined
  } catch {
    return undefined
  }
}

/** PostgreSQL and Temporal write years beyond four digits in different ways. */
const isOurs = (at: Instant): boolean => Math.abs(at.epochMilliseconds) < Date.UTC(9000, 0)
