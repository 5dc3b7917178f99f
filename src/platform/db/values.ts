import pg from 'pg'
import { Temporal } from '../../kernel/clock.ts'
import { remembered } from '../../kernel/remembered.ts'

const { builtins } = pg.types

// Parsing takes microseconds, a page has a hundred, and the next one mostly has the same. They never change.
const instantOf = remembered(5_000, (text: string) => Temporal.Instant.from(text))

/** Reads instants as Temporal.Instant, days as Temporal.PlainDate, and counts as numbers (they stay below 2^53). */
export const valueTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text') => {
    if (oid === builtins.TIMESTAMPTZ) return instantOf
    if (oid === builtins.DATE) return (text: string) => Temporal.PlainDate.from(text)
    if (oid === builtins.INT8) return Number
    if (oid === builtins.INTERVAL) return (text: string) => text
    return pg.types.getTypeParser(oid, format)
  }) as pg.CustomTypesConfig['getTypeParser'],
}

/** What the driver would send as JSON, although PostgreSQL wants its text. */
export const parameter = (value: unknown): unknown =>
  value instanceof Temporal.Instant || value instanceof Temporal.PlainDate ? value.toString() : value
