import type pg from 'pg'
import { ident } from '../db/sql.ts'

export type Table = {
  /** `schema.table`. */
  readonly name: string
  readonly columns: readonly string[]
  /** What rows are put in order by, so that the same rows are the same bytes on any server. */
  readonly order: string
}

// Made anew by migrating: the record of migrations, and the queues, whose jobs a backup does not hold.
const OURS = `n.nspname !~ '^(pg_|graphile_worker)' and n.nspname not in ('information_schema', 'kith_migration')`

const TABLES = `
  select n.nspname as schema, c.relname as name,
    array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0
            and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
    array(select quote_ident(a.attname) || case when a.attcollation = 0 then '' else ' collate "C"' end
            from pg_attribute a join pg_index i on i.indrelid = a.attrelid and i.indisprimary
           where a.attrelid = c.oid and a.attnum = any (i.indkey)
           order by array_position(i.indkey::int2[], a.attnum)) as key,
    array(select format('%s.%s', rn.nspname, r.relname) from pg_constraint f join pg_class r on r.oid = f.confrelid
            join pg_namespace rn on rn.oid = r.relnamespace
           where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as needs
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where c.relkind = 'r' and ${OURS} order by n.nspname, c.relname`

type Row = { schema: string; name: string; columns: string[]; key: string[]; needs: string[] }

/** Every table of ours, each after the tables that its foreign keys point to. Throws when they go in a circle. */
export async function listTables(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Row>(TABLES)
  const left = new Map(rows.map((row) => [`${row.schema}.${row.name}`, row]))
  const sorted: Table[] = []
  while (left.size > 0) {
    const free = [...left].filter(([, { needs }]) => needs.every((name) => !left.has(name)))
    if (free.length === 0) throw new Error(`foreign keys go in a circle: ${[...left.keys()].join(', ')}`)
    for (const [name, row] of free) {
      left.delete(name)
      sorted.push({ name, columns: row.columns, order: orderOf(row) })
    }
  }
  return sorted
}

// Words sort differently from server to server, unless by their bytes; numbers and identifiers do not.
const orderOf = ({ key, columns }: Row): string =>
  (key.length > 0 ? key : columns.map((name) => `${ident(name)}::text collate "C"`)).join(', ')

export const quoted = (table: string): string => table.split('.').map(ident).join('.')
export const columnList = (columns: readonly string[]): string => columns.map(ident).join(', ')

/** Where every counter of ours stands. */
export async function listSequences(
  client: pg.Client,
): Promise<Record<string, { value: number; called: boolean }>> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%s.%s', n.nspname, c.relname) as name from pg_class c
       join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'S' and ${OURS} order by 1`,
  )
  const found: Record<string, { value: number; called: boolean }> = {}
  for (const { name } of rows) {
    const state = await client.query<{ value: string; called: boolean }>(
      `select last_value as value, is_called as called from ${quoted(name)}`,
    )
    const row = state.rows[0]
    if (row) found[name] = { value: Number(row.value), called: row.called }
  }
  return found
}
