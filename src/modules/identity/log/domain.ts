import type { Instant } from '../../../kernel/clock.ts'

/** One act in the open half's log. */
export type LogEntry = {
  readonly id: number
  readonly at: Instant
  readonly actorId: string | null
  /** person, public, or the name of the part of Kith that acted. */
  readonly actor: string
  readonly action: string
  readonly subject: string | null
  readonly detail: unknown
}

/** What of the log is wanted. `before` is the last entry of the page before. */
export type LogFilter = {
  readonly person: string | undefined
  readonly action: string | undefined
  readonly subject: string | undefined
  /** Instants: from this, and before that. */
  readonly from: Instant | undefined
  readonly to: Instant | undefined
  readonly before: number | undefined
}

export const LOG_PAGE = 50
