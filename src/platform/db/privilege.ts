import pg from 'pg'
import { OperatorError } from '../../kernel/errors.ts'
import { asDatabaseAway } from './faults.ts'

/**
 * Refuses a login that could step over the wall: a superuser, one that bypasses row-level security, may create
 * roles, or is a member of the owner. Checked for each request role before Kith listens.
 */
export async function refusePrivileged(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ name: string; privileged: boolean }>(
      `select r.rolname as name,
              r.rolsuper or r.rolbypassrls or r.rolcreaterole
              or exists (select 1 from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                          where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
                            and pg_catalog.pg_has_role(r.oid, c.relowner, 'member')) as privileged
         from pg_catalog.pg_roles r where r.rolname = session_user`,
    )
    const role = rows[0]
    if (!role || role.privileged)
      throw new OperatorError(
        `Kith will not serve requests as the database role "${role?.name}": it is a superuser, an owner, or steps over row-level security. Run "kith migrate" with DATABASE_URL, which makes the right roles, and start Kith again.`,
      )
  } catch (error) {
    throw asDatabaseAway(error)
  } finally {
    await client.end().catch(() => {})
  }
}
