import pg from 'pg'
import { Temporal } from '../../kernel/clock.ts'

const { builtins } = pg.types

/** Reads instants as Temporal.Instant, days as Temporal.PlainDate, and counts as numbers (they stay below 2^53). */
export const valueTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text') => {
    if (oid === builtins.TIMESTAMPTZ) return (text: string) => Temporal.Instant.from(text)
    if (oid === builtins.DATE) return (text: string) => Temporal.PlainDate.from(text)
    if (oid === builtins.INT8) return Number
    if (oid === builtins.INTERVAL) return (text: string) => text
    return pg.types.getTypeParser(oid, format)
  }) as pg.CustomTypesConfig['getTypeParser'],
}

/** What the driver would send as JSON, although PostgreSQL wants its text. */
export const parameter = (value: unknown): unknown =>
  value instanceof Temporal.Instant || value instanceof Temporal.PlainDate ? value.toString() : value
