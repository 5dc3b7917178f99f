import { readFileSync } from 'node:fs'
import { OperatorError } from '../../../kernel/errors.ts'
import type { Place } from './place.ts'

const CAUSES: [RegExp, (place: Place) => string][] = [
  [
    /No space left on device/i,
    ({ dataDir }) => `The disk that holds ${dataDir} is full. Free some space and start Kith again.`,
  ],
  [
    /Read-only file system/i,
    ({ dataDir }) =>
      `${dataDir} is on a disk that cannot be written to. Choose another folder with KITH_DATA.`,
  ],
  [
    /Permission denied|not permitted/i,
    ({ dataDir }) =>
      `Kith may not read or write something in ${dataDir}. Give it to the account that runs Kith, or choose another folder with KITH_DATA.`,
  ],
  [/cannot be run as root/i, () => 'PostgreSQL does not run as root. Run Kith as an ordinary user.'],
]

/** An error for whoever runs Kith: what failed, the likely cause and what to do, then PostgreSQL's own last words. */
export function explain(task: string, output: string, place: Place): OperatorError {
  const words = `${output}\n${lastLines(place.log)}`.trim()
  const cause = CAUSES.find(([pattern]) => pattern.test(words))?.[1](place)
  const advice = cause ?? `The file ${place.log} says more.`
  return new OperatorError(`Kith could not ${task}. ${advice}\n${words}`)
}

function lastLines(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim().split('\n').slice(-5).join('\n')
  } catch {
    return ''
  }
}
