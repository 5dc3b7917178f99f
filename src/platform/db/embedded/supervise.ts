import type { Cluster } from './cluster.ts'

const SOONEST_MS = 1_000
const LATEST_MS = 60_000

/** Starts the embedded server again whenever it dies. Each failure doubles the wait, up to a minute. */
export function supervise(cluster: Cluster, log: (line: string) => void): { stop(): void } {
  let wait = SOONEST_MS
  let timer = setTimeout(look, wait)
  let stopped = false
  async function look(): Promise<void> {
    try {
      if (!runs(cluster) && !stopped && (await cluster.revive()))
        log('PostgreSQL had died and was started again')
      wait = SOONEST_MS
    } catch (error) {
      log(`PostgreSQL could not be started again: ${error instanceof Error ? error.message : error}`)
      wait = Math.min(wait * 2, LATEST_MS)
    }
    if (!stopped) timer = setTimeout(look, wait).unref()
  }
  timer.unref()
  return {
    stop: () => {
      stopped = true
      clearTimeout(timer)
    },
  }
}

function runs(cluster: Cluster): boolean {
  try {
    return cluster.pid() > 0
  } catch {
    return false
  }
}
