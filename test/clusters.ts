import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, rmdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { onTestFinished } from 'vitest'
import { type Cluster, type ClusterOptions, openCluster } from '../src/platform/db/embedded/index.ts'
import { copyPristine, PROGRAMS } from './server.ts'

const EMBEDDED = new URL('../src/platform/db/embedded/index.ts', import.meta.url).href

/** An empty data folder that goes when the test ends. */
export async function emptyFolder(parent = tmpdir()): Promise<string> {
  const folder = await mkdtemp(join(parent, 'kith-test-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** A data folder with a cluster in it, fresh from initdb. */
export async function clusterFolder(): Promise<string> {
  const folder = await emptyFolder()
  await copyPristine(folder)
  return folder
}

/** Opens the cluster, and stops it when the test ends. */
export async function open(dataDir: string, more: Partial<ClusterOptions> = {}): Promise<Cluster> {
  const cluster = await openCluster({ dataDir, fsync: false, ...PROGRAMS, ...more })
  onTestFinished(async () => {
    await cluster.stop()
    await rmdir(cluster.socketDir).catch(() => undefined) // it may be outside the data folder
  })
  return cluster
}

/** One statement as the superuser. */
export async function sql<R extends pg.QueryResultRow>(
  { socketDir, ...cluster }: Cluster,
  text: string,
): Promise<R[]> {
  const { port, superuser: user, superPassword: password } = cluster
  const client = new pg.Client({ host: socketDir, port, user, password, database: 'postgres' })
  client.on('error', () => undefined)
  await client.connect()
  return client
    .query<R>(text)
    .then(
      ({ rows }) => rows,
      (error: unknown) => {
        throw error
      },
    )
    .finally(() => client.end())
}

/** Runs `code` in another Node process, with everything of `embedded/index.ts` and `options` at hand. */
export function inChild(options: ClusterOptions, code: string, command: string[] = []): ChildProcess {
  const given = JSON.stringify({ fsync: false, ...PROGRAMS, ...options })
  const script = `import * as embedded from '${EMBEDDED}'; const options = ${given}; try { ${code} } catch (error) {
    console.log(error.name + ': ' + error.message); process.exit(1) }`
  const [program = '', ...args] = [...command, process.execPath, '--input-type=module', '-e', script]
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

/** The first line that the child prints. */
export async function firstLine(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('no output')
  const [line] = await Promise.race([once(createInterface(child.stdout), 'line'), once(child, 'close')])
  return String(line)
}

/** All that the child prints until it ends. */
export async function wholeOutput(child: ChildProcess): Promise<string> {
  let output = ''
  child.stdout?.on('data', (chunk: Buffer) => {
    output += chunk.toString()
  })
  await once(child, 'close')
  return output.trim()
}

/** Is there a process with this number? */
export function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** Waits until there is none: an ended process keeps its number until somebody asks how it ended. */
export async function gone(pid: number): Promise<void> {
  while (lives(pid)) await sleep(5)
}
