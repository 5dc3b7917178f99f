import { setTimeout as sleep } from 'node:timers/promises'
import { OperatorError } from '../../../kernel/errors.ts'
import { readIfThere } from './files.ts'
import type { Place } from './place.ts'
import { livePostmaster } from './postmaster.ts'
import { probe } from './probe.ts'
import { run } from './run.ts'
import type { Runner } from './runner.ts'

export type Server = Runner & {
  place: Place
  socketDir: string
  password: string
  /** Text of kith.conf as it should be. */
  settings: string
  log: (line: string) => void
}

const LONGEST_SILENCE_MS = 20_000

/** True when a server runs that answers and is set up as wanted; a server that is `inUse` by others is taken as it is. */
export async function adopt(server: Server, inUse: boolean): Promise<boolean> {
  if (livePostmaster(server.place) === undefined || !(await answers(server))) return false
  return inUse || (await readIfThere(server.place.settings)) === server.settings
}

/** Waits while the server recovers; false when it died, or lives but says nothing. */
export async function answers({ place, socketDir, password, log }: Server): Promise<boolean> {
  let heard = Date.now()
  for (let asked = 1; livePostmaster(place) !== undefined; asked++) {
    const answer = await probe(place, socketDir, password)
    if (answer === 'ready') return true
    if (answer === 'not yet') heard = Date.now()
    if (Date.now() - heard > LONGEST_SILENCE_MS) return false
    if (asked % 50 === 0) log('Waiting for PostgreSQL to recover')
    await sleep(100)
  }
  return false
}

/** Stops the server, rolling back what is unfinished; does nothing when it is not running. */
export async function stopServer({ account, binaries, place }: Server): Promise<void> {
  let output = ''
  for (const mode of ['fast', 'immediate']) {
    // pg_ctl signals whatever process has the recorded number: look first whose it is.
    if (livePostmaster(place) === undefined) return
    const args = ['-D', 'postgres', '-m', mode, '-w', '-s', '-t', '60', 'stop']
    output = (await run(account, place.dataDir, binaries.pgCtl, args)).output
  }
  if (livePostmaster(place) !== undefined) {
    throw new OperatorError(`PostgreSQL in ${place.cluster} does not stop.\n${output}`)
  }
}
