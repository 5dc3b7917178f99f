import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { OperatorError } from '../../kernel/errors.ts'
import { scrubbedEnvironment } from '../config.ts'
import { isAnswer } from './orders.ts'

/** One process that the supervisor has started. */
export type Child = {
  /** Hands over the orders; resolves to its address when it is ready. Throws OperatorError with its refusal. */
  begin(orders: object): Promise<string>
  /** Resolves when it has ended, however it ended. */
  readonly ended: Promise<void>
  /** Lets it drain, and kills it when that takes too long. */
  stop(): Promise<void>
}

const LONGEST_STOP_MS = 8_000

/** Starts a program of ours. It reads its imports while we open the database, and waits for its orders. */
export function startChild(program: URL): Child {
  const child = fork(fileURLToPath(program), [], {
    env: scrubbedEnvironment(),
    execArgv: ['--enable-source-maps'],
    serialization: 'json',
  })
  const ended = new Promise<void>((resolve) => {
    child.on('exit', () => resolve())
    child.on('error', () => resolve())
  })
  return {
    ended,
    begin: (orders) => begin(child, ended, orders),
    stop: async () => {
      const timer = setTimeout(() => child.kill('SIGKILL'), LONGEST_STOP_MS)
      child.kill('SIGTERM')
      await ended.finally(() => clearTimeout(timer))
    },
  }
}

function begin(child: ChildProcess, ended: Promise<void>, orders: object): Promise<string> {
  return new Promise((resolve, reject) => {
    child.on('message', (message) => {
      if (!isAnswer(message)) return
      if (message.kind === 'ready') resolve(message.text)
      else reject(new OperatorError(message.text))
    })
    ended.then(() =>
      reject(new OperatorError('Kith’s web process ended as it started; the lines above say why.')),
    )
    child.send(orders, (error) => error && reject(error))
  })
}
