import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The real `age` command, in a folder of its own. Without it a test fails: what it would prove is not proven. */
export function ageCommand() {
  try {
    execFileSync('age', ['--version'], { stdio: 'pipe' })
  } catch {
    throw new Error('These tests need the age command. Install it, for example with: apt-get install age')
  }
  const folder = mkdtempSync(join(tmpdir(), 'kith-age-'))
  const put = (name: string, content: string | Uint8Array): string => {
    const path = join(folder, name)
    writeFileSync(path, content, { mode: 0o600 })
    return path
  }
  return {
    put,
    remove: () => rmSync(folder, { recursive: true }),
    publicKey: (identity: string) =>
      age('age-keygen', ['-y', put('key.txt', identity)])
        .toString()
        .trim(),
    newIdentity: () => /AGE-SECRET-KEY-\S+/.exec(age('age-keygen', []).toString())?.[0] ?? '',
    encrypt: (recipients: readonly string[], content: string) =>
      age('age', [...recipients.flatMap((to) => ['-r', to]), put('plain', content)]),
    decrypt: (identity: string, file: Uint8Array) =>
      age('age', ['-d', '-i', put('key.txt', identity), put('file.age', file)]).toString(),
    /** age asks for a passphrase on a terminal only, so it is given one. */
    withPassphrase: async (
      passphrase: string,
      args: readonly string[],
      name: string,
      content: Uint8Array,
    ) => {
      const out = join(folder, 'out')
      rmSync(out, { force: true })
      await onTerminal(['age', ...args, '-o', out, put(name, content)].join(' '), passphrase)
      return readFileSync(out)
    },
  }
}

const age = (command: string, args: readonly string[]): Buffer =>
  execFileSync(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })

/** Runs a command on a pseudo-terminal and answers each question for a passphrase. */
function onTerminal(command: string, passphrase: string): Promise<void> {
  const child = spawn('script', ['-qec', command, '/dev/null'], { stdio: ['pipe', 'pipe', 'pipe'] })
  const limit = setTimeout(() => child.kill(), 20_000)
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (said: Buffer) => {
      const asks = /(Enter|Confirm) passphrase/.test(said.toString())
      // age turns the echo off just after it asks; what is typed before that is thrown away.
      if (asks) setTimeout(() => child.stdin.write(`${passphrase}\n`), 200)
    })
    child.on('error', reject)
    child.on('close', (code) => {
      clearTimeout(limit)
      if (code === 0) resolve()
      else reject(new Error(`age ended with ${code}`))
    })
  })
}
