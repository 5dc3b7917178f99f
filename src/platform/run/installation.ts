import type pg from 'pg'
import { OperatorError } from '../../kernel/errors.ts'
import type { Config } from '../config.ts'
import { type Cluster, openCluster } from '../db/embedded/index.ts'
import {
  type DoorUrls,
  doorUrls,
  type MigrationSet,
  migrate,
  migrationKey,
  OWNER,
  provision,
  readMigrations,
} from '../db/index.ts'
import { installJobs } from '../jobs/index.ts'
import { databaseOf, onDatabase, socketUrl } from './address.ts'
import { connectAdmin, connectAnywhere, explainAdmin } from './admin.ts'
import { recordKey, refuseOtherKey } from './key-check.ts'
import { type Keys, keysIn } from './keys.ts'

/** One authority's database and secrets, opened with the administrator's rights: for commands and the supervisor. */
export type Installation = {
  readonly database: string
  /** The administrator's address of that database. Never handed to a process that serves requests. */
  readonly adminUrl: string
  readonly doors: DoorUrls
  readonly keys: Keys
  /** The embedded server; none when DATABASE_URL names another. */
  readonly cluster?: Cluster
  close(): Promise<void>
}

/** Opens the server, embedded or by DATABASE_URL, and reads the secrets. Makes no database yet. Throws OperatorError. */
export async function openInstallation(config: Config, log: (line: string) => void): Promise<Installation> {
  const cluster = config.databaseUrl ? undefined : await openCluster({ dataDir: config.data, log })
  const adminUrl = cluster
    ? socketUrl(cluster.socketDir, cluster.superuser, cluster.superPassword, 'kith')
    : onDatabase(config.databaseUrl ?? '', databaseOf(config.databaseUrl ?? ''))
  try {
    const keys = await keysIn(config.data)
    const database = databaseOf(adminUrl)
    return {
      ...{ database, adminUrl, keys, doors: doorUrls(adminUrl, database, keys.passwords) },
      ...(cluster ? { cluster } : {}),
      close: async () => cluster?.stop(),
    }
  } catch (error) {
    await cluster?.stop()
    throw error
  }
}

/**
 * Makes the database and its logins and brings it to this version, or to the point that `only` names. Returns how
 * many migrations that took. Throws OperatorError.
 */
export async function bringUpToDate(
  { adminUrl, database, keys }: Installation,
  dataDir: string,
  migrations: readonly MigrationSet[],
  only?: ReadonlySet<string>,
): Promise<number> {
  try {
    const known = await connectAdmin(adminUrl)
    // before any password is set: another installation may be using them
    if (known) await using(known, (admin) => refuseOtherKey(admin, dataDir, keys.masterKey))
    await using(await connectAnywhere(adminUrl), (admin) => provision(admin, database, keys.passwords))
    return await onItsDatabase(adminUrl, async (admin) => {
      const applied = await migrate(admin, migrations, only)
      await installJobs(adminUrl)
      await asOwner(admin, () => recordKey(admin, keys.masterKey))
      return applied
    })
  } catch (error) {
    throw explainAdmin(error)
  }
}

async function asOwner(admin: pg.Client, act: () => Promise<void>): Promise<void> {
  await admin.query(`set role ${OWNER}`)
  await act()
  await admin.query('reset role')
}

/** Refuses a database that a command of this version would not understand. Throws OperatorError. */
export async function refuseOtherVersion(
  adminUrl: string,
  migrations: readonly MigrationSet[],
): Promise<void> {
  const known = (await readMigrations(migrations)).map(migrationKey)
  const applied = await onItsDatabase(adminUrl, appliedTo)
  if (applied.length === 0) throw new OperatorError(NOTHING_YET)
  if (known.some((key) => !applied.includes(key)))
    throw new OperatorError('The database is of an older version of Kith. Run "kith migrate" first.')
  if (applied.some((key) => !known.includes(key)))
    throw new OperatorError('The database is of a newer version of Kith. Use that version.')
}

const NOTHING_YET = 'There is no Kith here yet. Run "kith start" or "kith migrate" first.'

/** The migrations that a database stands on; none when it is new. */
async function appliedTo(client: pg.Client): Promise<string[]> {
  const found = await client.query<{ there: boolean }>(
    `select to_regclass('kith_migration.applied') is not null as there`,
  )
  if (!found.rows[0]?.there) return []
  const { rows } = await client.query<{ key: string }>(
    `select module || '/' || name as key from kith_migration.applied`,
  )
  return rows.map(({ key }) => key)
}

/** Runs with the administrator's client on the installation's own database, which must be there. */
export async function onItsDatabase<T>(adminUrl: string, fn: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = await connectAdmin(adminUrl)
  if (!client) throw new OperatorError(NOTHING_YET)
  return using(client, fn)
}

async function using<T>(client: pg.Client, fn: (client: pg.Client) => Promise<T>): Promise<T> {
  try {
    return await fn(client)
  } finally {
    await client.end()
  }
}
