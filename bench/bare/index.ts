import { fork } from 'node:child_process'
import { once } from 'node:events'
import type { Page } from '../stage/page.ts'

export type BareServer = { readonly port: number; readonly pid: number; stop(): void }

// Node adds these itself, in our server and in this one alike.
const NODES_OWN = new Set(['connection', 'keep-alive', 'date', 'transfer-encoding'])

/** Starts a bare `node:http` server, in a process of its own, that answers everything with this page. */
export async function startBareServer({ headers, body }: Page): Promise<BareServer> {
  const child = fork(new URL('./process.ts', import.meta.url), { serialization: 'json' })
  const same = Object.entries(headers).filter(([name]) => !NODES_OWN.has(name))
  child.send({ headers: Object.fromEntries(same), body: body.toString('base64') })
  const [port] = (await once(child, 'message')) as [number]
  return { port, pid: child.pid ?? 0, stop: () => child.disconnect() }
}
