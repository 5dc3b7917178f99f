import { OperatorError } from '../../kernel/errors.ts'
import { OWNER } from '../db/index.ts'
import { ident } from '../db/sql.ts'
import { onDatabase } from './address.ts'
import { connectAdmin } from './admin.ts'
import { type Installation, onItsDatabase } from './installation.ts'

/**
 * Refuses a database that holds anything, so that a restore never writes over somebody's records. Returns the way
 * back from a restore that fails: the database is as it was, there and empty or not there. Throws OperatorError.
 */
export async function emptyTarget({ adminUrl, database }: Installation): Promise<() => Promise<void>> {
  const client = await connectAdmin(adminUrl)
  if (!client) return () => dropDatabase(adminUrl, database)
  const { rows } = await client.query<{ name: string }>(
    `select format('%s.%s', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' limit 1`,
  )
  await client.end()
  if (rows[0])
    throw new OperatorError(
      `The database "${database}" is not empty (it has ${rows[0].name}). Restore into an empty data folder, or a new database.`,
    )
  return () =>
    onItsDatabase(adminUrl, async (admin) => void (await admin.query(`drop owned by ${OWNER} cascade`)))
}

async function dropDatabase(adminUrl: string, database: string): Promise<void> {
  await onItsDatabase(onDatabase(adminUrl, 'postgres'), async (admin) => {
    await admin.query(`drop database if exists ${ident(database)} with (force)`)
  })
}
