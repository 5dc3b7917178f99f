import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/index.ts'
import type { HeldTable } from './domain.ts'

/**
 * Every table of ours and its columns, from the database's own catalogue and comments: what is here is what there is.
 * The catalogue is PostgreSQL's, open to every role; no row of any table is read.
 */
export async function listTables(tx: Tx): Promise<readonly HeldTable[]> {
  const { rows } = await sql<HeldTable>`
    select n.nspname || '.' || c.relname as name,
      obj_description(c.oid, 'pg_class') as what,
      (select k.kind from kith.record_kind k
        where n.nspname || '.' || c.relname = any (k.tables) or n.nspname || '.*' = any (k.tables)
        order by n.nspname || '.' || c.relname = any (k.tables) desc limit 1) as kind,
      (select coalesce(json_agg(json_build_object('name', a.attname, 'what', col_description(c.oid, a.attnum)) order by a.attnum), '[]')
        from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname !~ '^(pg_|information_schema$|graphile_worker|kith_migration$)'
    order by 1`.execute(tx)
  return rows
}
