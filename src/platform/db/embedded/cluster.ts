import { mkdir, realpath } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { OperatorError } from '../../../kernel/errors.ts'
import { findBinaries } from './binaries.ts'
import { plainly } from './explain.ts'
import { readIfThere } from './files.ts'
import { initialise, SUPERUSER } from './initialise.ts'
import { type Lock, tryLock } from './lock.ts'
import { placeIn } from './place.ts'
import { livePostmaster } from './postmaster.ts'
import { chooseRunner } from './runner.ts'
import { adopt, type Server } from './server.ts'
import { PORT, settingsFile } from './settings.ts'
import { socketFolder } from './socket.ts'
import { startServer } from './start.ts'
import { stopServer } from './stop.ts'
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
  pid(): number
  /** Starts the server again if it has died; true when it had. */
  revive(): Promise<boolean>
  /** Stops the server, unless another Kith process is using it. */
  stop(): Promise<void>
}

/** Starts, adopts or recovers the PostgreSQL in the data folder, made when there is none. Throws OperatorError. */
export async function openCluster(options: ClusterOptions): Promise<Cluster> {
  return plainly('use the data', placeIn(resolve(options.dataDir)), async () => {
    await mkdir(options.dataDir, { recursive: true, mode: 0o700 })
    const dataDir = await realpath(options.dataDir)
    return oneAtATime(dataDir, async () => {
      const inUse = await isInUse(dataDir)
      const server = await prepare(dataDir, options)
      await bringUp(server, inUse)
      const using = await tryLock(dataDir, 'using', { shared: true })
      return handle(server, using ?? fail(`The data folder ${dataDir} cannot be locked`))
    })
  })
}

function handle(server: Server, using: Lock): Cluster {
  const { dataDir } = server.place
  let stopping: Promise<void> | undefined
  const stop = () =>
    oneAtATime(dataDir, async () => {
      await using.release()
      if (!(await isInUse(dataDir))) await stopServer(server)
    })
  return {
    socketDir: server.socketDir,
    port: PORT,
    superuser: SUPERUSER,
    superPassword: server.password,
    pid: () => livePostmaster(server.place) ?? fail('PostgreSQL is not running'),
    revive: () => oneAtATime(dataDir, () => (stopping ? Promise.resolve(false) : bringUp(server, true))),
    stop: () => {
      stopping ??= stop()
      return stopping
    },
  }
}

/** True when the server had to be started. */
async function bringUp(server: Server, inUse: boolean): Promise<boolean> {
  if (await adopt(server, inUse)) return false
  await stopServer(server)
  await startServer(server)
  return true
}

async function prepare(
  dataDir: string,
  { fsync = true, settings = {}, binDir, log }: ClusterOptions,
): Promise<Server> {
  const place = placeIn(dataDir)
  const runner = await chooseRunner(place, await findBinaries(binDir))
  const kept = await readIfThere(join(place.cluster, 'PG_VERSION'))
  if (kept === undefined) await initialise(runner, place, fsync)
  else checkVersion(kept, runner.binaries, place)
  const password = await readIfThere(place.password)
  const socketDir = await socketFolder(runner.account, dataDir)
  return {
    ...runner,
    place,
    socketDir,
    password: password ?? fail(`The file ${place.password} is missing. Put it back from a backup.`),
    settings: settingsFile(runner.binaries, socketDir, { fsync, settings }),
    log: log ?? (() => undefined),
  }
}

/** Starting, adopting and stopping never overlap, in this process or between processes. */
async function oneAtATime<T>(dataDir: string, act: () => Promise<T>): Promise<T> {
  const lock = await tryLock(dataDir, 'opening', { waitSeconds: 180 })
  if (!lock) return fail(`Another Kith has been starting or stopping in ${dataDir} for three minutes`)
  return act().finally(() => lock.release())
}

/** Does any process, this one included, hold this server open? */
async function isInUse(dataDir: string): Promise<boolean> {
  const alone = await tryLock(dataDir, 'using')
  await alone?.release()
  return alone === undefined
}

function fail(message: string): never {
  throw new OperatorError(message)
}
