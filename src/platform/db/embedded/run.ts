import { spawn } from 'node:child_process'
import { OperatorError } from '../../../kernel/errors.ts'
import type { Account } from './account.ts'

export type Outcome = { ok: boolean; output: string }

// PostgreSQL's tools get an environment of our own: Kith's secrets do not belong in the server's /proc/PID/environ,
// PGPORT and its kind would change what we asked for, and messages must be in English to be recognised.
const ENVIRONMENT = { PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C' }

/** Runs one of PostgreSQL's tools as `account` in the folder `cwd`; its output is kept for an error message. */
export function run(account: Account, cwd: string, file: string, args: string[]): Promise<Outcome> {
  const [command = file, ...rest] = [...account.prefix, file, ...args]
  const identity = account.switchTo ?? {}
  return new Promise((resolve, reject) => {
    const child = spawn(command, rest, {
      cwd,
      env: ENVIRONMENT,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...identity,
    })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString()
    })
    child.stderr.on('data', (chunk: Buffer) => {
      output += chunk.toString()
    })
    child.on('error', (error) => reject(new OperatorError(`Kith could not run ${command}: ${error.message}`)))
    child.on('close', (code) => resolve({ ok: code === 0, output: output.trim() }))
  })
}
