import { readFileSync } from 'node:fs'
import { type Account, give } from './account.ts'
import { readIfThere, writeDurably } from './files.ts'
import type { Place } from './place.ts'
import { isPostmasterOf } from './processes.ts'

// No process ever has this number (the kernel's limit is 4,194,304), so PostgreSQL takes it as dead.
const NOBODY = 99_999_999

/** The process that serves this very cluster, if it is alive. */
export function livePostmaster(place: Place): number | undefined {
  const pid = Number.parseInt(pidFile(place).split('\n')[0] ?? '', 10)
  return pid > 0 && isPostmasterOf(place, pid) ? pid : undefined
}

/**
 * After a kill, the recorded number may be a zombie's that nobody reaps (common in containers) or another program's.
 * PostgreSQL would refuse to start, taking it for a living server. Only the number is replaced: the file also names
 * the shared memory by which PostgreSQL finds out that processes of the dead server still use the files.
 */
export async function disownDeadPid(account: Account, place: Place): Promise<void> {
  const text = await readIfThere(place.pidFile)
  if (!text) return
  await writeDurably(place.pidFile, [NOBODY, ...text.split('\n').slice(1)].join('\n'))
  await give(account, place.pidFile)
}

function pidFile(place: Place): string {
  try {
    return readFileSync(place.pidFile, 'utf8')
  } catch {
    return ''
  }
}
