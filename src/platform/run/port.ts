import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { explainListen } from './address.ts'

const ATTEMPTS = 8
const BETWEEN_MS = 250

/**
 * Finds out before anything is made whether we may listen there. Waits up to two seconds: the processes of a Kith
 * that was killed let go of the port as soon as they notice. Throws OperatorError.
 */
export async function refuseTakenPort(host: string, port: number): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const problem = await listen(host, port)
    if (problem === undefined) return
    const taken = 'code' in problem && problem.code === 'EADDRINUSE'
    if (!taken || attempt === ATTEMPTS) throw explainListen(problem, host, port)
    await sleep(BETWEEN_MS)
  }
}

async function listen(host: string, port: number): Promise<Error | undefined> {
  const server = createServer()
  try {
    server.listen(port, host)
    await once(server, 'listening')
    return undefined
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  } finally {
    if (server.listening) {
      server.close()
      await once(server, 'close')
    }
  }
}
