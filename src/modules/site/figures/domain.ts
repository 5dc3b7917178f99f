import type { Temporal } from '../../../kernel/clock.ts'

/** A number that a page shows: what it counts, and where it comes from. */
export type Figure = {
  /** As it reads: "57", "more than 10". */
  readonly value: string
  /** What one of them is: "parents". */
  readonly unit: string
  /** What it counts, in full. */
  readonly counts: string
  /** The document or the records it comes from. */
  readonly source: string
  readonly date: Temporal.PlainDate
}

/** A figure that an editor quoted from a document, under the name that pages use. */
export type QuotedFigure = Figure & { readonly name: string; readonly version: number }
