import type { Server } from 'node:http'

const LOOK_EVERY_MS = 50

/**
 * Closes a web server: new connections are refused at once, requests under way are answered. Node closes the idle
 * connections once, at the beginning; browsers keep theirs after the answer, so those are closed as they fall idle.
 */
export async function drainServer(server: Server, close: () => Promise<unknown>): Promise<void> {
  const timer = setInterval(() => server.closeIdleConnections(), LOOK_EVERY_MS)
  await close().finally(() => clearInterval(timer))
}
