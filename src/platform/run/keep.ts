import { setTimeout as sleep } from 'node:timers/promises'
import type { Log } from '../log.ts'
import { type Child, startChild } from './child.ts'

const SOONEST_MS = 200
const LATEST_MS = 30_000

/** A process that is started again whenever it ends. */
export type Kept = { stop(): Promise<void> }

/**
 * Keeps a program running, from a first process that is ready already if there is one. A process that was ready is
 * soon started again; each that ends before doubles the wait, up to half a minute. It never gives up: the database may
 * be away for an hour and come back.
 */
export function keepRunning(program: URL, orders: object, log: Log, first?: Child): Kept {
  const alarm = new AbortController()
  let wasReady = first !== undefined
  let child = first ?? begin()
  const watching = watch()

  function begin(): Child {
    const next = startChild(program)
    wasReady = false
    next.begin(orders).then(
      () => {
        wasReady = true
      },
      (error: Error) => alarm.signal.aborted || log(error.message),
    )
    return next
  }

  async function watch(): Promise<void> {
    for (let wait = SOONEST_MS; ; wait = Math.min(wait * 2, LATEST_MS)) {
      await child.ended
      if (wasReady) wait = SOONEST_MS
      if (alarm.signal.aborted) return
      // A signal to the whole group ends it a moment before we are asked to stop it ourselves.
      await sleep(wait, undefined, { signal: alarm.signal }).catch(() => {})
      if (alarm.signal.aborted) return
      log('a process ended unexpectedly and is started again', { program: nameOf(program) })
      child = begin()
    }
  }

  return {
    stop: async () => {
      alarm.abort()
      await child.stop()
      await watching
    },
  }
}

const nameOf = (program: URL): string => program.pathname.split('/').at(-1) ?? ''
