import { setTimeout as sleep } from 'node:timers/promises'
import { OperatorError } from '../../../kernel/errors.ts'
import { livePostmaster } from './postmaster.ts'
import { endOrphans, isPostmasterOf } from './processes.ts'
import { run } from './run.ts'
import { answers, type Server } from './server.ts'

const PATIENCE_MS = 10_000

/** Stops the server, rolling back what is unfinished; does nothing when it is not running. */
export async function stopServer(server: Server): Promise<void> {
  // PostgreSQL 18.4 hangs when told to stop while it recovers from the crash of one of its processes.
  await answers(server, Date.now() + PATIENCE_MS)
  if (await told(server, 'fast', 30)) return
  server.log('PostgreSQL does not stop: ending it at once. The next start recovers it.')
  if (await told(server, 'immediate', 10)) return
  await killed(server)
}

/** True when no server is left. */
async function told({ account, binaries, place }: Server, mode: string, seconds: number): Promise<boolean> {
  // pg_ctl signals whatever process has the recorded number: look first whose it is.
  const pid = livePostmaster(place)
  if (pid === undefined) return true
  const args = ['-D', 'postgres', '-m', mode, '-w', '-s', '-t', String(seconds), 'stop']
  await run(account, place.dataDir, binaries.pgCtl, args)
  // pg_ctl waits for the file with the number to go; the process goes a moment later.
  for (let waited = 0; isPostmasterOf(place, pid) && waited < 100; waited++) await sleep(10)
  return livePostmaster(place) === undefined
}

/** What was committed is in the write-ahead log, so even this loses nothing. */
async function killed({ place }: Server): Promise<void> {
  const pid = livePostmaster(place)
  if (pid !== undefined) process.kill(pid, 'SIGKILL')
  for (let waited = 0; livePostmaster(place) !== undefined && waited < 500; waited++) await sleep(10)
  endOrphans(place, 'SIGKILL')
  if (livePostmaster(place) !== undefined)
    throw new OperatorError(`PostgreSQL in ${place.cluster} does not stop.`)
}
