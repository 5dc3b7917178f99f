import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { childOf } from '../../bench/stage/processes.ts'
import { placeIn } from '../../src/platform/db/embedded/place.ts'

const KITH = fileURLToPath(new URL('../../bin/kith.mjs', import.meta.url))

/** What a kill takes away. Everything: all of Kith's processes and its PostgreSQL in one moment, as a reset would. */
export const VICTIMS = ['web', 'postmaster', 'supervisor', 'everything'] as const
export type Victim = (typeof VICTIMS)[number]

/** A Kith as an operator starts it, on one port and one data folder, however often it is killed. */
export class KillableKith {
  readonly data: string
  readonly port: number
  #supervisor: ChildProcess | undefined
  private constructor(data: string, port: number) {
    this.data = data
    this.port = port
  }

  static async start(data: string): Promise<KillableKith> {
    const kith = new KillableKith(data, await freePort())
    await kith.#start()
    return kith
  }

  /** Kills it, and starts it again where nothing else would. */
  async kill(victim: Victim): Promise<void> {
    if (victim === 'web') return shoot(await this.#web())
    if (victim === 'postmaster') return shoot(await this.#postmaster())
    const supervisor = this.#supervisor
    if (!supervisor) throw new Error('it does not run')
    const others =
      victim === 'everything' ? [await this.#postmaster(), await this.#web(), this.#child('worker.js')] : []
    const gone = once(supervisor, 'exit')
    supervisor.kill('SIGKILL')
    for (const pid of others) if (pid) shoot(pid)
    await gone
    await this.#start()
  }

  async stop(): Promise<void> {
    const supervisor = this.#supervisor
    if (!supervisor || supervisor.exitCode !== null) return
    const gone = once(supervisor, 'exit')
    supervisor.kill('SIGTERM')
    await gone
  }

  async #start(): Promise<void> {
    const { DATABASE_URL: _none, ...env } = process.env
    const child = spawn(process.execPath, [KITH, 'start'], {
      env: { ...env, KITH_DATA: this.data, PORT: String(this.port), HOST: '127.0.0.1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#supervisor = child
    await ready(child)
  }

  #child = (program: string): number | undefined => childOf(this.#supervisor?.pid ?? 0, `/dist/${program}`)

  #web = (): Promise<number> => soon('the web process', async () => this.#child('main.js'))

  #postmaster = (): Promise<number> =>
    soon('the database server', async () => {
      const text = await readFile(placeIn(this.data).pidFile, 'utf8').catch(() => '')
      const pid = Number.parseInt(text, 10)
      return pid > 0 && lives(pid) ? pid : undefined
    })
}

const shoot = (pid: number): void => {
  process.kill(pid, 'SIGKILL')
}

function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** A process that was just killed may not have its successor yet. */
async function soon(what: string, find: () => Promise<number | undefined>): Promise<number> {
  for (let tries = 0; tries < 1500; tries++) {
    const pid = await find()
    if (pid) return pid
    await sleep(20)
  }
  throw new Error(`${what} was not started again within half a minute`)
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    const hear = (chunk: Buffer) => {
      said += chunk.toString('utf8')
      if (/ready at http/.test(said)) resolve()
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.on('exit', (code) => reject(new Error(`Kith ended with ${code} before it was ready:\n${said}`)))
  })
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
