import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { type DoorUrls, doorUrls, GROUPS, loginRole, provision } from '../src/platform/db/index.ts'
import { ident } from '../src/platform/db/sql.ts'
import { TEST_PASSWORDS } from './passwords.ts'
import { onDatabase } from './template.ts'

export type TestDatabase = {
  readonly name: string
  /** Superuser's address on this database. */
  readonly adminUrl: string
  readonly doors: DoorUrls
  /** SQL as the superuser, for arranging and for looking behind the door. */
  sql<R extends pg.QueryResultRow = pg.QueryResultRow>(text: string, values?: unknown[]): Promise<R[]>
  drop(): Promise<void>
}

/** A database of this test file's own, cloned from the migrated template, with its own logins. */
export async function freshDatabase(): Promise<TestDatabase> {
  const name = `t_${randomBytes(6).toString('hex')}`
  const root = new pg.Client({ connectionString: inject('adminUrl') })
  await root.connect()
  await root.query(`create database ${ident(name)} template kith_template owner kith_owner`)
  await provision(root, name, TEST_PASSWORDS)
  const adminUrl = onDatabase(inject('adminUrl'), name)
  const pool = new pg.Pool({ connectionString: adminUrl, max: 2 })
  pool.on('error', () => {})
  return {
    name,
    adminUrl,
    doors: doorUrls(inject('adminUrl'), name, TEST_PASSWORDS),
    sql: async <R extends pg.QueryResultRow>(text: string, values: unknown[] = []) =>
      (await pool.query<R>(text, values)).rows,
    drop: async () => {
      await pool.end()
      await root.query(`drop database if exists ${ident(name)} with (force)`)
      for (const group of GROUPS) await root.query(`drop role if exists ${ident(loginRole(name, group))}`)
      await root.end()
    },
  }
}
