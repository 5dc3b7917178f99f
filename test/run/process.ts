import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

const KITH = fileURLToPath(new URL('../../bin/kith.mjs', import.meta.url))

export type Ended = { readonly code: number | null; readonly out: string; readonly err: string }
export type Running = {
  readonly url: string
  readonly pid: number
  signal(signal: NodeJS.Signals): void
  ended: Promise<Ended>
  /** SIGTERM, and its end. */
  stop(): Promise<Ended>
}

type Settings = Readonly<Record<string, string>>

/** A folder of the test's own, gone when it is done. */
export async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kith-run-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** Starts a command, which ends with its test at the latest. */
export function launch(
  words: readonly string[],
  settings: Settings,
): { child: ChildProcess; ended: Promise<Ended> } {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, [KITH, ...words], {
    env: { PATH, HOME, PORT: '0', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let out = ''
  let err = ''
  child.stdout?.on('data', (chunk) => {
    out += chunk
  })
  child.stderr?.on('data', (chunk) => {
    err += chunk
  })
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, out, err }))
  onTestFinished(async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
    await ended
  })
  return { child, ended }
}

/** Runs a command to its end. */
export const kith = (words: readonly string[], settings: Settings): Promise<Ended> =>
  launch(words, settings).ended

/** Starts Kith and waits for its one line; throws with what it said when it ends first. */
export async function startKith(settings: Settings, words: readonly string[] = []): Promise<Running> {
  const { child, ended } = launch(['start', ...words], settings)
  const url = await Promise.race([
    readyLine(child),
    ended.then(({ err }) => Promise.reject(new Error(`Kith ended before it was ready: ${err}`))),
  ])
  const stop = () => {
    child.kill('SIGTERM')
    return ended
  }
  return { url, pid: child.pid ?? 0, signal: (signal) => void child.kill(signal), ended, stop }
}

function readyLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    let said = ''
    child.stdout?.on('data', (chunk) => {
      said += chunk
      const url = /^Kith is ready at (http:\/\/\S+)/.exec(said)?.[1]
      if (url) resolve(url)
    })
  })
}

/** The processes that a process has started, with the words they were started with. */
export function childrenOf(pid: number): { pid: number; command: string }[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const parent = / \d+ \((?:.*)\) \S (\d+)/.exec(` ${readFileSync(`/proc/${name}/stat`, 'utf8')}`)?.[1]
        if (Number(parent) !== pid) return []
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ')
        return [{ pid: Number(name), command }]
      } catch {
        return []
      }
    })
}

/** The status of a page, or what went wrong with the connection. */
export const statusOf = (url: string): Promise<number | string> =>
  fetch(url, { headers: { connection: 'close' } }).then(
    (reply) => reply.status,
    (error: Error & { cause?: { code?: string } }) => error.cause?.code ?? error.message,
  )

/** A post of which only a part has been sent: the server waits for the rest. */
export async function halfSent(url: string, body: string): Promise<{ finish(): Promise<string> }> {
  const { hostname, port, pathname, host } = new URL(url)
  const socket: Socket = connect(Number(port), hostname)
  await once(socket, 'connect')
  const half = Math.floor(body.length / 2)
  const head = [
    `POST ${pathname} HTTP/1.1`,
    `Host: ${host}`,
    'Content-Type: application/x-www-form-urlencoded',
    `Content-Length: ${body.length}`,
  ]
  socket.write(`${head.join('\r\n')}\r\n\r\n${body.slice(0, half)}`)
  let reply = ''
  socket.on('data', (chunk) => {
    reply += chunk
  })
  const closed = once(socket, 'close')
  return {
    finish: async () => {
      socket.write(body.slice(half))
      await closed
      return reply
    },
  }
}
