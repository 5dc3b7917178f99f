import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import type { Place } from './place.ts'

const hasProc = process.platform === 'linux'

/** Is this process the first one of the PostgreSQL that serves this cluster? A number alone proves nothing. */
export function isPostmasterOf(place: Place, pid: number): boolean {
  if (hasProc) return /\/postgres$/.test(programOf(pid)) && worksIn(pid, place.cluster)
  try {
    return /\/postgres -D postgres\b/.test(
      execFileSync('ps', ['-o', 'command=', '-p', String(pid)]).toString(),
    )
  } catch {
    return false
  }
}

/** Processes of a killed server that have not yet noticed, as the one that is busy with a long query. */
export function endOrphans(place: Place, signal: 'SIGQUIT' | 'SIGKILL'): void {
  if (!hasProc) return
  const pids = readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0)
  for (const pid of pids) {
    if (!programOf(pid).startsWith('postgres: ') || !worksIn(pid, place.cluster)) continue
    try {
      process.kill(pid, signal)
    } catch {
      // it ended by itself
    }
  }
}

// Empty for a zombie and for a process that is gone.
function programOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')[0] ?? ''
  } catch {
    return ''
  }
}

function worksIn(pid: number, folder: string): boolean {
  try {
    const [there, here] = [statSync(`/proc/${pid}/cwd`), statSync(folder)]
    return there.dev === here.dev && there.ino === here.ino
  } catch {
    return false
  }
}
