import { setTimeout as sleep } from 'node:timers/promises'
import type { KillableKith, Victim } from './kith.ts'
import type { Senders } from './senders.ts'

/** Of every ten: four kills of the web process, four of the database server, one of the supervisor, one of all. */
const TEN: readonly Victim[] = [
  ...['web', 'web', 'postmaster', 'postmaster', 'supervisor'],
  ...['web', 'web', 'postmaster', 'postmaster', 'everything'],
] as Victim[]

const LONGEST_RECOVERY_MS = 45_000
const LONGEST_PEACE_MS = 500
/** How often, of a hundred, the next kill comes while the last one is being recovered from. */
const HASTY = 15

/** The victims in turn. A supervisor in every five, since a new one has short waits again. */
export const plan = (kills: number): Victim[] =>
  Array.from({ length: kills }, (_, at) => TEN[at % TEN.length] ?? 'web')

/** Kills at random moments, and waits for an acknowledgement in between, so that there is something to lose. */
export async function killAll(kith: KillableKith, senders: Senders, kills: number): Promise<Recoveries> {
  const times: Recoveries = new Map()
  for (const victim of plan(kills)) {
    await sleep(Math.random() * LONGEST_PEACE_MS)
    const at = Date.now()
    await kith.kill(victim)
    if (Math.random() * 100 < HASTY) continue
    const took = await recovery(senders, at)
    times.set(victim, [...(times.get(victim) ?? []), took])
  }
  await recovery(senders, Date.now())
  return times
}

/** Milliseconds from a kill to the next acknowledgement of a concern, by what was killed. */
export type Recoveries = Map<Victim, number[]>

async function recovery(senders: Senders, since: number): Promise<number> {
  // one that was sent after the kill: what was on its way at that moment may still have been answered
  while (senders.lastAcknowledged <= since) {
    if (Date.now() - since > LONGEST_RECOVERY_MS)
      throw new Error(`no concern was acknowledged for ${LONGEST_RECOVERY_MS / 1000} s after a kill`)
    await sleep(10)
  }
  return Date.now() - since
}
