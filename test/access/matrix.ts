import pg from 'pg'
import { type DoorUrls, GROUPS, type Group } from '../../src/platform/db/index.ts'
import type { TestDatabase } from '../database.ts'
import { withClient } from '../template.ts'

export type Table = { readonly name: string; readonly columns: readonly string[] }
/** What a role may do with a table: a verb, and for select, insert and update the columns it may name. */
export type Allowed = Readonly<Record<string, readonly string[] | true>>
export type Matrix = ReadonlyMap<string, ReadonlyMap<Group, Allowed>>

const OURS = `n.nspname !~ '^(pg_|graphile_worker)' and n.nspname <> 'information_schema'`

/** Every table, view and partition of ours, from the live catalogue. */
export async function tablesOf(database: TestDatabase): Promise<Table[]> {
  const rows = await database.sql<{ name: string; columns: string[] }>(
    `select format('%I.%I', n.nspname, c.relname) as name, array_agg(a.attname::text order by a.attnum) as columns
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relkind in ('r', 'p', 'v', 'm') and ${OURS} group by 1 order by 1`,
  )
  return rows
}

/** Tries every verb on every column of every table as every role, for real, and keeps nothing. */
export async function tryAll(doors: DoorUrls, tables: readonly Table[]): Promise<Matrix> {
  const matrix = new Map<string, Map<Group, Allowed>>(tables.map(({ name }) => [name, new Map()]))
  for (const group of GROUPS)
    await withClient(doors[group], async (client) => {
      for (const table of tables) matrix.get(table.name)?.set(group, await tryTable(client, table))
    })
  return matrix
}

async function tryTable(client: pg.Client, { name, columns }: Table): Promise<Allowed> {
  const each = async (statement: (column: string) => string) => {
    const may: string[] = []
    for (const column of columns) if (await permitted(client, statement(`"${column}"`))) may.push(column)
    return may
  }
  const found: [string, readonly string[] | true][] = [
    ['select', await each((c) => `select ${c} from ${name} limit 0`)],
    ['insert', await each((c) => `insert into ${name} (${c}) values (default)`)],
    ['update', await each((c) => `update ${name} set ${c} = default where false`)],
  ]
  if (await permitted(client, `delete from ${name} where false`)) found.push(['delete', true])
  if (await permitted(client, `truncate ${name}`)) found.push(['truncate', true])
  return Object.fromEntries(found.filter(([, may]) => may === true || may.length > 0))
}

/** Whether PostgreSQL lets this be done. Other errors (a type, a generated column) mean that it got past the guard. */
async function permitted(client: pg.Client, statement: string): Promise<boolean> {
  await client.query('begin')
  try {
    await client.query(statement)
    return true
  } catch (error) {
    // a policy that refuses the row comes after the privilege was found good
    const refused = error instanceof pg.DatabaseError && error.code === '42501'
    return !refused || /row-level security/.test(error.message)
  } finally {
    await client.query('rollback')
  }
}

/** Functions of ours that each role may call. */
export async function functionsOf(database: TestDatabase): Promise<{ name: string; roles: string[] }[]> {
  return database.sql(
    `select p.oid::regprocedure::text as name,
            array(select g from unnest($1::text[]) g where has_function_privilege('kith_' || g, p.oid, 'execute')
                                                      and has_schema_privilege('kith_' || g, n.oid, 'usage')) as roles
       from pg_proc p join pg_namespace n on n.oid = p.pronamespace where ${OURS} order by 1`,
    [[...GROUPS]],
  )
}

/** Policies, in PostgreSQL's words. */
export async function policiesOf(
  database: TestDatabase,
): Promise<{ table: string; name: string; roles: string; verb: string; rule: string }[]> {
  return database.sql(
    `select schemaname || '.' || tablename as table, policyname as name, array_to_string(roles, ', ') as roles, lower(cmd) as verb,
            concat_ws(' / ', 'using ' || qual, 'check ' || with_check) as rule
       from pg_policies where schemaname !~ '^graphile_worker' order by 1, 2`,
  )
}
