import { rename, rm, stat } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { OperatorError } from '../../../kernel/errors.ts'
import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import { explain } from './explain.ts'
import { readIfThere, writeDurably } from './files.ts'
import type { Place } from './place.ts'
import { disownDeadPid, livePostmaster } from './postmaster.ts'
import { probe } from './probe.ts'
import { run } from './run.ts'
import { SOCKET_NAME } from './socket.ts'

export type Server = {
  account: Account
  binaries: Binaries
  place: Place
  socketDir: string
  password: string
  /** Text of kith.conf as it should be. */
  settings: string
  log: (line: string) => void
}

const LARGEST_LOG = 10_000_000

/** Adopts the running server if it answers and is set up as wanted (or is `inUse` by another Kith), else starts one. */
export async function ensureRunning(server: Server, inUse: boolean): Promise<void> {
  if (await livePostmaster(server.place)) {
    const answers = await settled(server)
    const current = (await readIfThere(server.place.settings)) === server.settings
    if (answers && (current || inUse)) return server.log('adopted the PostgreSQL that was still running')
    await stopServer(server)
  }
  await startServer(server)
}

/** Waits while the server is recovering; false when it died or says nothing. */
async function settled({ place, socketDir, password, log }: Server): Promise<boolean> {
  let silences = 0
  for (let waited = 0; (await livePostmaster(place)) !== undefined; waited++) {
    const answer = await probe(place, socketDir, password)
    if (answer === 'ready') return true
    silences = answer === 'none' ? silences + 1 : 0
    if (silences > 10) return false
    if (waited % 50 === 49) log('waiting for PostgreSQL to recover')
    await sleep(100)
  }
  return false
}

async function startServer(server: Server): Promise<void> {
  const { account, binaries, place, socketDir, settings } = server
  await disownDeadPid(place)
  // The folder is ours alone and no server is alive, so a socket left there is nobody's.
  await rm(socketDir + SOCKET_NAME, { force: true })
  await rm(`${socketDir + SOCKET_NAME}.lock`, { force: true })
  await writeDurably(place.settings, settings)
  await turnOverLog(place)
  // pg_ctl gives the server a session of its own, so Ctrl-C in our terminal does not reach it before we have drained.
  const started = await run(account, place.dataDir, binaries.pgCtl, [
    '-D',
    'postgres',
    '-l',
    'postgres.log',
    '-w',
    '-s',
    '-t',
    '60',
    'start',
  ])
  if (!started.ok && !(await livePostmaster(place)))
    throw explain('start its database', started.output, place)
  if (!(await settled(server))) throw explain('reach its database', started.output, place)
}

async function turnOverLog({ log }: Place): Promise<void> {
  const size = await stat(log).then(
    ({ size }) => size,
    () => 0,
  )
  if (size > LARGEST_LOG) await rename(log, `${log}.old`)
}

/** Stops the server, rolling back what is unfinished; does nothing when it is not running. */
export async function stopServer({ account, binaries, place }: Server): Promise<void> {
  for (const mode of ['fast', 'immediate']) {
    if (!(await livePostmaster(place))) return
    const stopped = await run(account, place.dataDir, binaries.pgCtl, [
      '-D',
      'postgres',
      '-m',
      mode,
      '-w',
      '-s',
      '-t',
      '60',
      'stop',
    ])
    if (stopped.ok) return
  }
  if (await livePostmaster(place)) throw new OperatorError(`PostgreSQL in ${place.cluster} does not stop.`)
}
