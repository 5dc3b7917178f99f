import { open, rename, rm, stat } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { give } from './account.ts'
import { explain, newLines } from './explain.ts'
import { writeDurably } from './files.ts'
import type { Place } from './place.ts'
import { disownDeadPid, livePostmaster } from './postmaster.ts'
import { endOrphans } from './processes.ts'
import { run } from './run.ts'
import { answers, type Server } from './server.ts'
import { SOCKET_NAME } from './socket.ts'

const LARGEST_LOG = 10_000_000
const ATTEMPTS = 20

/** Starts the server of a cluster that none serves, recovering what a killed one left, and waits until it answers. */
export async function startServer(server: Server): Promise<void> {
  const { account, place, socketDir, settings } = server
  await writeDurably(place.settings, settings)
  await give(account, place.settings)
  // The folder is ours alone and no server is alive, so a socket left there is nobody's.
  await rm(socketDir + SOCKET_NAME, { force: true })
  await rm(`${socketDir + SOCKET_NAME}.lock`, { force: true })
  const logFrom = await readyLog(server)
  for (let attempt = 1; ; attempt++) {
    await disownDeadPid(account, place)
    const output = await pgCtlStart(server)
    if (livePostmaster(place) !== undefined && (await answers(server))) return
    const said = newLines(place.log, logFrom)
    if (attempt === ATTEMPTS || !/still in use/.test(said))
      throw explain('start its database', output, place, logFrom)
    endOrphans(place, attempt < ATTEMPTS / 2 ? 'SIGQUIT' : 'SIGKILL')
    await sleep(250)
  }
}

/** pg_ctl gives the server a session of its own, so Ctrl-C in our terminal does not reach it before we have drained. */
async function pgCtlStart({ account, binaries, place }: Server): Promise<string> {
  // By short names from inside the folder: pg_ctl hands them to a shell, which would trip over a $ or a quote.
  const args = ['-D', 'postgres', '-l', 'postgres.log', '-w', '-s', '-t', '60', 'start']
  return (await run(account, place.dataDir, binaries.pgCtl, args)).output
}

/** Turns over a log grown too long, and gives its length in bytes. */
async function readyLog({ account, place }: Server): Promise<number> {
  const size = await length(place)
  if (size > LARGEST_LOG) await rename(place.log, `${place.log}.old`)
  const file = await open(place.log, 'a', 0o600)
  await file.close()
  await give(account, place.log)
  return size > LARGEST_LOG ? 0 : size
}

const length = ({ log }: Place) =>
  stat(log).then(
    ({ size }) => size,
    () => 0,
  )
