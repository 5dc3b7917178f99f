import pg from 'pg'
import { MIGRATIONS } from '../src/migrations.ts'
import { migrate, provision } from '../src/platform/db/index.ts'
import { installJobs } from '../src/platform/jobs/index.ts'
import { TEST_PASSWORDS } from './passwords.ts'

/** The superuser's address on another database of the same server. */
export const onDatabase = (adminUrl: string, name: string): string =>
  adminUrl.replace(/^(postgres:\/\/[^/]*)\/[^?]*/, `$1/${name}`)

/** Makes the migrated template that test databases are cloned from. Nobody stays connected to it. */
export async function makeTemplate(adminUrl: string, name = 'kith_template'): Promise<void> {
  await withClient(adminUrl, (admin) => provision(admin, name, TEST_PASSWORDS))
  await withClient(onDatabase(adminUrl, name), (owner) => migrate(owner, MIGRATIONS))
  await installJobs(onDatabase(adminUrl, name))
}

/** Runs with a client that is closed afterwards. */
export async function withClient<T>(url: string, fn: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await fn(client)
  } finally {
    await client.end()
  }
}
