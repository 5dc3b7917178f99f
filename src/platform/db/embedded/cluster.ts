import { mkdir, realpath } from 'node:fs/promises'
import { resolve } from 'node:path'
import { OperatorError } from '../../../kernel/errors.ts'
import { chooseAccount } from './account.ts'
import { findBinaries } from './binaries.ts'
import { readIfThere } from './files.ts'
import { initialise, SUPERUSER } from './initialise.ts'
import { type Lock, tryLock } from './lock.ts'
import { placeIn } from './place.ts'
import { livePostmaster } from './postmaster.ts'
import { ensureRunning, type Server, stopServer } from './server.ts'
import { PORT, settingsFile } from './settings.ts'
import { socketFolder } from './socket.ts'
import { checkVersion } from './version.ts'

export type ClusterOptions = {
  /** Kith's data folder; made when there is none. */
  dataDir: string
  /** False only where losing the data does not matter: tests. */
  fsync?: boolean
  /** PostgreSQL settings over Kith's own. */
  settings?: Record<string, string>
  /** Where another PostgreSQL's programs are, such as /usr/lib/postgresql/15/bin. */
  binDir?: string
  log?: (line: string) => void
}

export type Cluster = {
  /** Folder of the Unix socket: `host` for pg. */
  socketDir: string
  port: number
  superuser: string
  superPassword: string
  /** Number of PostgreSQL's first process; throws when it is not running. */
  pid(): Promise<number>
  /** Starts the server again if it has died. */
  revive(): Promise<void>
  /** Stops the server, unless another Kith process is using it. */
  stop(): Promise<void>
}

/** Starts, adopts or recovers the PostgreSQL in the data folder, made when there is none. Throws OperatorError. */
export async function openCluster(options: ClusterOptions): Promise<Cluster> {
  const dataDir = await ownFolder(options.dataDir)
  let using: Lock | undefined
  const server = await oneAtATime(dataDir, async () => {
    const alone = await tryLock(dataDir, 'using')
    await alone?.release()
    const prepared = await prepare(dataDir, options)
    await ensureRunning(prepared, alone === undefined)
    using = await tryLock(dataDir, 'using', { shared: true })
    return prepared
  })
  return {
    socketDir: server.socketDir,
    port: PORT,
    superuser: SUPERUSER,
    superPassword: server.password,
    pid: async () => (await livePostmaster(server.place)) ?? fail('PostgreSQL is not running'),
    revive: () => oneAtATime(dataDir, () => ensureRunning(server, true)),
    stop: () =>
      oneAtATime(dataDir, async () => {
        await using?.release()
        using = undefined
        const alone = await tryLock(dataDir, 'using')
        if (alone) await stopServer(server).finally(() => alone.release())
      }),
  }
}

async function prepare(dataDir: string, options: ClusterOptions): Promise<Server> {
  const place = placeIn(dataDir)
  const account = await chooseAccount()
  const binaries = await findBinaries(account, options.binDir)
  const fsync = options.fsync ?? true
  const found = await readIfThere(`${place.cluster}/PG_VERSION`)
  if (found === undefined) await initialise(account, binaries, place, fsync)
  else checkVersion(found, binaries, place)
  const password =
    (await readIfThere(place.password)) ?? fail(`${place.password} is missing: put it back from a backup`)
  const socketDir = await socketFolder(dataDir)
  const settings = settingsFile(binaries, socketDir, { fsync, settings: options.settings ?? {} })
  return { account, binaries, place, socketDir, password, settings, log: options.log ?? (() => undefined) }
}

async function ownFolder(path: string): Promise<string> {
  try {
    await mkdir(resolve(path), { recursive: true, mode: 0o700 })
    return await realpath(path)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new OperatorError(
      `Kith cannot use the data folder ${path} (${why}). Choose another with KITH_DATA.`,
    )
  }
}

/** Starting, adopting and stopping never overlap, in this process or between processes. */
async function oneAtATime<T>(dataDir: string, act: () => Promise<T>): Promise<T> {
  const lock = await tryLock(dataDir, 'opening', { waitSeconds: 180 })
  if (!lock) return fail(`Another Kith has been starting or stopping in ${dataDir} for three minutes`)
  return act().finally(() => lock.release())
}

function fail(message: string): never {
  throw new OperatorError(message)
}
