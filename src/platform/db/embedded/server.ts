import { setTimeout as sleep } from 'node:timers/promises'
import { readIfThere } from './files.ts'
import type { Place } from './place.ts'
import { livePostmaster } from './postmaster.ts'
import { probe } from './probe.ts'
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

/** Waits while the server recovers; false when it died, says nothing for too long or is not ready by `until`. */
export async function answers(
  { place, socketDir, password, log }: Server,
  until = Infinity,
): Promise<boolean> {
  let heard = Date.now()
  for (let asked = 1; livePostmaster(place) !== undefined; asked++) {
    const answer = await probe(place, socketDir, password)
    if (answer === 'ready') return true
    if (answer === 'not yet') heard = Date.now()
    if (Date.now() - heard > LONGEST_SILENCE_MS || Date.now() > until) return false
    if (asked % 50 === 0) log('Waiting for PostgreSQL to recover')
    await sleep(100)
  }
  return false
}
