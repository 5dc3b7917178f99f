import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { GROUPS, loginRole } from '../../src/platform/db/index.ts'
import { freshDatabase, type TestDatabase } from '../database.ts'
import { type Allowed, functionsOf, type Matrix, policiesOf, type Table, tablesOf, tryAll } from './matrix.ts'

let database: TestDatabase
let tables: Table[]
let matrix: Matrix
beforeAll(async () => {
  database = await freshDatabase()
  tables = await tablesOf(database)
  matrix = await tryAll(database.doors, tables)
})
afterAll(() => database.drop())

const CLOSED = /^(concerns|vault_audit)\./

describe('what each database role may do', () => {
  it('is what docs/access-matrix.md says', async () => {
    await expect(await document()).toMatchFileSnapshot('../../docs/access-matrix.md')
  })

  it.each(['public', 'partner', 'staff', 'jobs'] as const)(
    'the %s role touches nothing of the closed half',
    (group) => {
      const touched = tables.filter(
        ({ name }) => CLOSED.test(name) && Object.keys(matrix.get(name)?.get(group) ?? {}).length > 0,
      )
      expect(touched.map(({ name }) => name)).toEqual([])
    },
  )

  it.each(['vault', 'vault_jobs'] as const)('the %s role writes nothing of the open half', (group) => {
    const written = tables.filter(({ name }) => {
      const may = matrix.get(name)?.get(group) ?? {}
      return !CLOSED.test(name) && ['insert', 'update', 'delete', 'truncate'].some((verb) => verb in may)
    })
    expect(written.map(({ name }) => name)).toEqual([])
  })

  it('the public reads no account and no log', () => {
    for (const name of tables.map((table) => table.name).filter((table) => /^(identity|audit)\./.test(table)))
      expect([name, matrix.get(name)?.get('public')?.select]).toEqual([name, undefined])
  })

  it('nobody empties a table', () => {
    for (const [name, roles] of matrix)
      for (const [group, may] of roles) expect([name, group, may.truncate]).toEqual([name, group, undefined])
  })

  it('nobody changes or removes a line of either log', () => {
    for (const name of ['audit.entry', 'vault_audit.entry', 'audit.seal', 'vault_audit.seal'])
      for (const [group, may] of matrix.get(name) ?? [])
        expect([name, group, may.update, may.delete]).toEqual([name, group, undefined, undefined])
  })

  it('every table has forced row-level security', async () => {
    const open = await database.sql(
      `select format('%s.%s', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and n.nspname !~ '^(pg_|graphile_worker|kith_migration)' and n.nspname <> 'information_schema'
          and not (c.relrowsecurity and c.relforcerowsecurity)`,
    )
    expect(open).toEqual([])
  })

  it('no foreign key crosses the wall', async () => {
    const crossing = await database.sql(
      `select conrelid::regclass::text as from, confrelid::regclass::text as to from pg_constraint c
         join pg_class a on a.oid = conrelid join pg_namespace an on an.oid = a.relnamespace
         join pg_class b on b.oid = confrelid join pg_namespace bn on bn.oid = b.relnamespace
        where contype = 'f' and (an.nspname ~ '^(concerns|vault_audit)$') <> (bn.nspname ~ '^(concerns|vault_audit)$')`,
    )
    expect(crossing).toEqual([])
  })

  it('every function that runs as its owner pins its search path', async () => {
    const loose = await database.sql(
      `select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where p.prosecdef and n.nspname !~ '^(pg_|graphile_worker)' and n.nspname <> 'information_schema'
          and not exists (select 1 from unnest(coalesce(p.proconfig, '{}')) s where s like 'search_path=%')`,
    )
    expect(loose).toEqual([])
  })

  it('no request role is privileged, and each group has its own login here', async () => {
    const rows = await database.sql<{ login: string; bad: boolean }>(
      `select rolname as login, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or pg_has_role(oid, 'kith_owner', 'member') as bad
         from pg_roles where rolname = any ($1) order by 1`,
      [GROUPS.map((group) => loginRole(database.name, group))],
    )
    expect(rows.map((row) => row.bad)).toEqual(GROUPS.map(() => false))
  })
})

async function document(): Promise<string> {
  const lines = [
    '# What each database role may do',
    '',
    'Every cell was tried on a live database by `test/access`, which fails when this page is not true. After a change that is meant, run `npx vitest run test/access -u` and read the difference.',
    '',
    'A verb without columns covers the whole table; row-level policies (below) narrow it further.',
    '',
    `| Table | ${GROUPS.join(' | ')} |`,
    `|---|${GROUPS.map(() => '---|').join('')}`,
    ...tables.map(
      ({ name, columns }) =>
        `| ${name} | ${GROUPS.map((group) => cell(matrix.get(name)?.get(group) ?? {}, columns)).join(' | ')} |`,
    ),
    '',
    '## Functions',
    '',
    '| Function | May be called by |',
    '|---|---|',
    ...(await functionsOf(database)).map(
      ({ name, roles }) => `| \`${name}\` | ${roles.join(', ') || 'its owner only'} |`,
    ),
    '',
    '## Policies',
    '',
    '| Table | Policy | For | Roles | Rule |',
    '|---|---|---|---|---|',
    ...(await policiesOf(database)).map(
      (p) =>
        `| ${p.table} | ${p.name} | ${p.verb} | ${p.roles} | \`${p.rule.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|')}\` |`,
    ),
    '',
  ]
  return lines.join('\n')
}

function cell(may: Allowed, columns: readonly string[]): string {
  const verbs = Object.entries(may).map(([verb, of]) =>
    of === true || of.length === columns.length ? verb : `${verb} (${of.join(', ')})`,
  )
  return verbs.join('; ') || '·'
}
