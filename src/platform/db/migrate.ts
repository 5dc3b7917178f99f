import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import type pg from 'pg'
import { OperatorError } from '../../kernel/errors.ts'
import { OWNER } from './roles.ts'
import { ident } from './sql.ts'

/** The SQL files of one module, applied in the order of their names. */
export type MigrationSet = { readonly module: string; readonly dir: URL }
export type Migration = {
  readonly module: string
  readonly name: string
  readonly sql: string
  readonly checksum: string
}

/** The platform's own, which come first. */
export const platformMigrations: MigrationSet = {
  module: 'kith',
  dir: new URL('./migrations/', import.meta.url),
}

/** What a migration is known by in the database and in backups. */
export const migrationKey = ({ module, name }: Migration): string => `${module}/${name}`

/** Any number will do, so long as every Kith uses the same one. */
const LOCK = 0x6b697468

/** Reads the files of every set, in order. */
export async function readMigrations(sets: readonly MigrationSet[]): Promise<Migration[]> {
  const all = await Promise.all(
    sets.map(async ({ module, dir }) => {
      const names = (await readdir(dir)).filter((name) => name.endsWith('.sql')).sort()
      return Promise.all(
        names.map(async (name) => {
          const sql = await readFile(new URL(name, dir), 'utf8')
          return { module, name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
        }),
      )
    }),
  )
  return all.flat()
}

/**
 * Brings a database to the present, as its owner, one file a transaction, one process at a time.
 * Returns how many files it applied. Refuses a database of a newer Kith, and a file that changed after it was applied.
 * `only` names the files (`site/0001_page.sql`) to stop at: those a backup was made with.
 */
export async function migrate(
  client: pg.Client,
  sets: readonly MigrationSet[],
  only?: ReadonlySet<string>,
): Promise<number> {
  const migrations = await readMigrations(sets)
  await client.query('select pg_advisory_lock($1)', [LOCK])
  try {
    await client.query(`set role ${ident(OWNER)}`)
    await client.query(`create schema if not exists kith_migration;
      create table if not exists kith_migration.applied (module text, name text, checksum text not null,
        applied_at timestamptz not null default now(), primary key (module, name))`)
    const all = await pendingOf(client, migrations)
    const pending = all.filter((migration) => !only || only.has(migrationKey(migration)))
    for (const migration of pending) await apply(client, migration)
    return pending.length
  } finally {
    await client.query('reset role').catch(() => {})
    await client.query('select pg_advisory_unlock($1)', [LOCK]).catch(() => {})
  }
}

async function pendingOf(client: pg.Client, migrations: readonly Migration[]): Promise<Migration[]> {
  const { rows } = await client.query<{ key: string; checksum: string }>(
    `select module || '/' || name as key, checksum from kith_migration.applied`,
  )
  const applied = new Map(rows.map((row) => [row.key, row.checksum]))
  const known = new Map(migrations.map((m) => [migrationKey(m), m]))
  for (const [key, checksum] of applied) {
    const migration = known.get(key)
    if (!migration)
      throw new OperatorError(
        `This data was made by a newer version of Kith (it has the migration ${key}). Install that version or a later one, or restore a backup made by this version.`,
      )
    if (migration.checksum !== checksum)
      throw new OperatorError(
        `The migration ${key} was changed after it was applied. Put the released file back: a change to the database is always a new file.`,
      )
  }
  return migrations.filter((m) => !applied.has(migrationKey(m)))
}

async function apply(client: pg.Client, { module, name, sql, checksum }: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query('insert into kith_migration.applied (module, name, checksum) values ($1, $2, $3)', [
      module,
      name,
      checksum,
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`migration ${module}/${name} failed: ${error instanceof Error ? error.message : error}`, {
      cause: error,
    })
  }
}
