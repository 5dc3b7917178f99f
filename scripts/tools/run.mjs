import { spawn } from 'node:child_process'
import { ROOT } from './paths.mjs'

/**
 * Runs a program from the project's folder, its output on our standard error so that ours stays clean.
 * Resolves to its exit code; throws when it cannot be started.
 */
export function run(command, args, { env = process.env, stdio = ['ignore', 2, 2] } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: ROOT, env, stdio })
    child.on('error', reject)
    child.on('close', (code, signal) => resolve(signal ? 1 : code))
  })
}

/** The same; throws when it fails, saying what. */
export async function must(what, command, args, options) {
  const code = await run(command, args, options)
  if (code !== 0) throw new Error(`${what} failed (exit code ${code}): ${command} ${args.join(' ')}`)
}

export const say = (line) => process.stderr.write(`${line}\n`)

/** Runs a script's main function: an error is one plain line and exit code 1. */
export function main(fn) {
  fn().catch((error) => {
    say(error instanceof Error ? error.message : String(error))
    process.exitCode = 1
  })
}
