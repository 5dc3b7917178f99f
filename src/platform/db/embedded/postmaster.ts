import { execFileSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { readIfThere, writeDurably } from './files.ts'
import type { Place } from './place.ts'

// No process ever has this number (the kernel's limit is 4,194,304), so PostgreSQL takes it as dead.
const NOBODY = 99_999_999

/** The process that serves this very cluster, if it is alive. */
export async function livePostmaster(place: Place): Promise<number | undefined> {
  const pid = await recordedPid(place)
  return pid !== undefined && servesCluster(pid, place) ? pid : undefined
}

async function recordedPid(place: Place): Promise<number | undefined> {
  const pid = Number.parseInt((await readIfThere(place.pidFile))?.split('\n')[0] ?? '', 10)
  return pid > 0 ? pid : undefined
}

/**
 * After a kill, the recorded number may be a zombie's that nobody reaps (common in containers) or another program's.
 * PostgreSQL would refuse to start, taking it for a living server. Only the number is replaced: the file also names
 * the shared memory by which PostgreSQL finds out that processes of the dead server still use the files.
 */
export async function disownDeadPid(place: Place): Promise<void> {
  const text = await readIfThere(place.pidFile)
  if (text) await writeDurably(place.pidFile, [NOBODY, ...text.split('\n').slice(1)].join('\n'))
}

// A number alone proves nothing: look for a program called postgres that works in this folder.
function servesCluster(pid: number, place: Place): boolean {
  return process.platform === 'linux' ? servesOnLinux(pid, place) : servesElsewhere(pid)
}

function servesOnLinux(pid: number, place: Place): boolean {
  try {
    const [program = ''] = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0') // empty for a zombie
    if (!program.endsWith('/postgres')) return false
    const works = statSync(`/proc/${pid}/cwd`)
    const cluster = statSync(place.cluster)
    return works.dev === cluster.dev && works.ino === cluster.ino
  } catch {
    return false
  }
}

function servesElsewhere(pid: number): boolean {
  try {
    const command = execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
    return /\/postgres -D postgres\b/.test(command)
  } catch {
    return false
  }
}
