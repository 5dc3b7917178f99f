import { readdirSync, readFileSync } from 'node:fs'

const TICKS_A_SECOND = 100

/** The process of this program that was started by this one; Linux only, as /proc is. */
export function childOf(parent: number, program: string): number | undefined {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return pids
    .map(Number)
    .find((pid) => parentOf(pid) === parent && wordsOf(pid).some((word) => word.endsWith(program)))
}

/** Seconds of processor time that a process has used; undefined where the system does not say. */
export function cpuSeconds(pid: number): number | undefined {
  const fields = statOf(pid)
  const ticks = Number(fields?.[11]) + Number(fields?.[12])
  return Number.isNaN(ticks) ? undefined : ticks / TICKS_A_SECOND
}

const parentOf = (pid: number): number => Number(statOf(pid)?.[1])

/** Fields of /proc/PID/stat from the third on: the second may hold spaces. */
function statOf(pid: number): string[] | undefined {
  const text = read(`/proc/${pid}/stat`)
  return text === '' ? undefined : text.slice(text.lastIndexOf(')') + 2).split(' ')
}

const wordsOf = (pid: number): string[] => read(`/proc/${pid}/cmdline`).split('\0')

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
