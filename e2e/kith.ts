import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const KITH = fileURLToPath(new URL('../bin/kith.mjs', import.meta.url))

export type Account = {
  readonly role: string
  readonly email: string
  readonly password: string
  readonly totpSecret?: string
  readonly vaultPassphrase?: string
}

/** A whole Kith, started as an operator starts it, in a data folder of its own. */
export type RunningKith = {
  readonly url: string
  readonly data: string
  readonly process: ChildProcess
  readonly accounts: readonly Account[]
  stop(): Promise<void>
}

/** Starts Kith with its demonstration data on a free port and waits for its one line. */
export async function startKith(
  options: { readonly data?: string; readonly demo?: boolean } = {},
): Promise<RunningKith> {
  const data = options.data ?? (await mkdtemp(join(tmpdir(), 'kith-e2e-')))
  const args = [KITH, 'start', ...(options.demo === false ? [] : ['--demo'])]
  const { DATABASE_URL: _none, ...env } = process.env
  const child = spawn(process.execPath, args, {
    env: { ...env, KITH_DATA: data, PORT: '0', HOST: '127.0.0.1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const url = await readyAt(child)
  const accounts = await readFile(join(data, 'demo-accounts.json'), 'utf8').then(
    (text) => JSON.parse(text) as Account[],
    () => [],
  )
  return {
    url,
    data,
    process: child,
    accounts,
    stop: async () => {
      if (child.exitCode === null) {
        child.kill('SIGTERM')
        await once(child, 'exit')
      }
      if (!options.data) await rm(data, { recursive: true, force: true })
    },
  }
}

function readyAt(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const hear = (chunk: Buffer) => {
      said += chunk.toString('utf8')
      const [, url] = /ready at (http:\/\/\S+)/.exec(said) ?? []
      if (url) resolve(url.replace(/\/$/, ''))
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.on('exit', (code) => reject(new Error(`Kith ended with ${code} before it was ready:\n${said}`)))
  })
}
