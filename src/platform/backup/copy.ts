import { createHash } from 'node:crypto'
import type pg from 'pg'
import { to } from 'pg-copy-streams'
import { OperatorError } from '../../kernel/errors.ts'
import { columnList, quoted, type Table } from './catalogue.ts'
import type { TableSum } from './manifest.ts'

const NEWLINE = 10

// The same row is the same text whatever the server's own settings. `row_security = off` makes PostgreSQL refuse
// where policies would leave rows out: a backup is whole or not at all.
const SETTINGS = `set local row_security = off; set local timezone = 'UTC'; set local datestyle = 'ISO';
  set local intervalstyle = 'iso_8601'; set local bytea_output = 'hex'; set local extra_float_digits = 1;
  set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0`

/** Prepares an open transaction for reading or writing whole tables. Throws OperatorError if its login may not. */
export async function readWholeTables(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string; may: boolean }>(
    'select rolname as name, rolsuper or rolbypassrls as may from pg_roles where rolname = current_user',
  )
  if (!rows[0]?.may) {
    throw new OperatorError(
      `The login "${rows[0]?.name}" in DATABASE_URL does not see every row, so a backup or a restore by it would not be whole. Use a superuser, or let it: ALTER ROLE "${rows[0]?.name}" BYPASSRLS`,
    )
  }
  await client.query(SETTINGS)
}

/** A table's rows in order, as text. Calls back with how many and their SHA-256 once all have been read. */
export async function* tableRows(
  client: pg.Client,
  { name, columns, order }: Table,
  done: (sum: TableSum) => void,
): AsyncGenerator<Buffer> {
  const query = `copy (select ${columnList(columns)} from ${quoted(name)} order by ${order}) to stdout`
  const sum = summing()
  for await (const chunk of client.query(to(query)) as AsyncIterable<Buffer>) {
    sum.add(chunk)
    yield chunk
  }
  done(sum.total())
}

/** Counts and hashes the text of COPY as it goes by. */
export function summing() {
  const hash = createHash('sha256')
  let rows = 0
  return {
    add: (chunk: Buffer) => {
      hash.update(chunk)
      // a newline inside a value is written \n, so every bare one ends a row
      for (let at = chunk.indexOf(NEWLINE); at !== -1; at = chunk.indexOf(NEWLINE, at + 1)) rows++
    },
    total: (): TableSum => ({ rows, sha256: hash.digest('hex') }),
  }
}
