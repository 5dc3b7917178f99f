import type pg from 'pg'
import { GROUPS, type Group, groupRole, loginRole, OWNER } from './roles.ts'
import { ident, literal } from './sql.ts'

export type Passwords = Readonly<Record<Group, string>>

/**
 * Makes an authority's database and its login roles, or brings them to the present. `admin` is signed in to any
 * database of the cluster with the right to create roles and databases.
 */
export async function provision(admin: pg.Client, database: string, passwords: Passwords): Promise<void> {
  await provisionCluster(admin)
  for (const group of GROUPS) await provisionLogin(admin, database, group, passwords[group])
  const found = await admin.query('select 1 from pg_database where datname = $1', [database])
  if (found.rowCount === 0) await admin.query(`create database ${ident(database)} owner ${ident(OWNER)}`)
  // A provider may have made the database beforehand, owned by its administrator.
  else await admin.query(`grant create on database ${ident(database)} to ${ident(OWNER)}`)
  await closeDatabase(admin, database)
}

async function provisionCluster(admin: pg.Client): Promise<void> {
  for (const role of [OWNER, ...GROUPS.map(groupRole)]) {
    const found = await admin.query('select 1 from pg_roles where rolname = $1', [role])
    if (found.rowCount === 0)
      await admin.query(`create role ${ident(role)} nologin nosuperuser nobypassrls noinherit`)
  }
  // From PostgreSQL 16 on, whoever makes a role may give it to others, but may not yet act as it.
  await admin.query(`grant ${ident(OWNER)} to current_user`)
}

async function provisionLogin(
  admin: pg.Client,
  database: string,
  group: Group,
  password: string,
): Promise<void> {
  const role = ident(loginRole(database, group))
  const found = await admin.query('select 1 from pg_roles where rolname = $1', [loginRole(database, group)])
  if (found.rowCount === 0) await admin.query(`create role ${role}`)
  await admin.query(`alter role ${role} login nocreatedb nocreaterole inherit password ${literal(password)}`)
  await admin.query(`grant ${ident(groupRole(group))} to ${role}`)
  await admin.query(`alter role ${role} set search_path = ''`)
  await admin.query(`alter role ${role} set statement_timeout = '20s'`)
  await admin.query(`alter role ${role} set idle_in_transaction_session_timeout = '30s'`)
}

/** Nobody connects but this authority's own logins: roles are cluster-wide, and PUBLIC may connect by default. */
export async function closeDatabase(admin: pg.Client, database: string): Promise<void> {
  const name = ident(database)
  await admin.query(`revoke all on database ${name} from public`)
  for (const group of GROUPS)
    await admin.query(`grant connect on database ${name} to ${ident(loginRole(database, group))}`)
}
