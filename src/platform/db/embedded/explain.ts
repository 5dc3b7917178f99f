import { readFileSync } from 'node:fs'
import { OperatorError } from '../../../kernel/errors.ts'
import type { Place } from './place.ts'

const CAUSES: [RegExp, string][] = [
  [
    /No space left|ENOSPC|quota exceeded|EDQUOT/i,
    'The disk is full. Free some space on it and start Kith again.',
  ],
  [/Read-only file system|EROFS/i, 'The disk cannot be written to. Choose another folder with KITH_DATA.'],
  [/incompatible with server|initialized by PostgreSQL version/i, 'Another version of PostgreSQL wrote it.'],
  [
    /Permission denied|not permitted|EACCES|EPERM|wrong ownership/i,
    'The account that runs Kith may not read or write there. Give it the folder and all in it, or choose another with KITH_DATA.',
  ],
  [/ENOTDIR|EEXIST|ENAMETOOLONG/, 'It is no folder. Choose another with KITH_DATA.'],
  [/shared memory|allocate memory|semaphores/i, 'The machine has too little memory left for PostgreSQL.'],
  [
    /invalid page|checksum|could not locate a valid checkpoint|PANIC/i,
    'The data is damaged: restore a backup.',
  ],
]

/** An error for whoever runs Kith: what failed, the likely cause and what to do, then PostgreSQL's own last words. */
export function explain(task: string, output: string, place: Place, logFrom?: number): OperatorError {
  const words = `${output}\n${logFrom === undefined ? '' : newLines(place.log, logFrom)}`.trim()
  const advice = CAUSES.find(([pattern]) => pattern.test(words))?.[1] ?? `${place.log} may say more.`
  return new OperatorError(`Kith could not ${task} in ${place.dataDir}. ${advice}\n${words}`)
}

/** Does `act`, and turns the system's refusal of a file or folder into an OperatorError. */
export async function plainly<T>(task: string, place: Place, act: () => Promise<T>): Promise<T> {
  try {
    return await act()
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) throw explain(task, error.message, place)
    throw error
  }
}

/** What PostgreSQL has written to its log since it was `from` bytes long: its last eight lines. */
export function newLines(path: string, from: number): string {
  try {
    return readFileSync(path).subarray(from).toString().trim().split('\n').slice(-8).join('\n')
  } catch {
    return ''
  }
}
