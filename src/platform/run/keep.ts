import { setTimeout as sleep } from 'node:timers/promises'
import type { Log } from '../log.ts'
import { type Child, startChild } from './child.ts'

const SOONEST_MS = 200
const LATEST_MS = 30_000
/** A process that has lived this long is well: the next wait is short again. */
const WELL_AFTER_MS = 60_000

/** A process that is started again whenever it ends. */
export type Kept = { stop(): Promise<void> }

/**
 * Keeps a program running from a first process that is ready already. Each failure doubles the wait, up to half a
 * minute; whoever watches Kith sees each one in the log, and /healthz does not answer meanwhile.
 */
export function keepRunning(first: Child, program: URL, orders: () => object, log: Log): Kept {
  let child = first
  let stopped = false
  const alarm = new AbortController()

  async function watch(): Promise<void> {
    let wait = SOONEST_MS
    for (;;) {
      const since = Date.now()
      await child.ended
      if (stopped) return
      if (Date.now() - since > WELL_AFTER_MS) wait = SOONEST_MS
      log('a process ended unexpectedly and is started again', { wait })
      await sleep(wait, undefined, { signal: alarm.signal }).catch(() => {})
      if (stopped) return
      wait = Math.min(wait * 2, LATEST_MS)
      child = startChild(program)
      await child.begin(orders()).catch((error: Error) => log(error.message))
    }
  }

  const watching = watch()
  return {
    stop: async () => {
      stopped = true
      alarm.abort()
      await child.stop()
      await watching
    },
  }
}
