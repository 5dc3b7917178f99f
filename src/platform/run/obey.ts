import { OperatorError } from '../../kernel/errors.ts'
import { faultLine, type Log } from '../log.ts'
import type { Answer } from './orders.ts'

/** What a process does: `address` for people; `drain` finishes what is under way and takes on nothing new. */
export type Work = { readonly address: string; drain(): Promise<void> }

// Under the ten seconds that containers give between SIGTERM and SIGKILL, with time left to stop the database.
const LONGEST_DRAIN_MS = 7_000

/**
 * Runs a child of the supervisor: waits for orders, works, and drains at SIGTERM or when the supervisor is gone, so
 * that no process outlives it and keeps the port.
 */
export function obey<Told>(log: Log, begin: (orders: Told) => Promise<Work>): void {
  let work: Promise<Work> | undefined
  let ending = false
  const end = () => {
    if (!ending) finish(log, work).catch((error) => die(log, error))
    ending = true
  }
  process.on('disconnect', end)
  process.on('SIGTERM', end)
  // Ctrl-C reaches every process of the terminal: the supervisor says when.
  process.on('SIGINT', () => {})
  process.on('uncaughtException', (error) => die(log, error))
  process.on('unhandledRejection', (error) => die(log, error))
  process.once('message', (orders: Told) => {
    work = begin(orders)
    work.then(
      ({ address }) => answer('ready', address),
      (error) => refuse(log, error),
    )
  })
}

async function finish(log: Log, work: Promise<Work> | undefined): Promise<void> {
  const limit = setTimeout(() => {
    log('requests were still under way after seven seconds, and were cut off')
    process.exit(1)
  }, LONGEST_DRAIN_MS)
  await (await work?.catch(() => undefined))?.drain()
  clearTimeout(limit)
  process.exit(0)
}

/** Only where it happened is written down: a message may quote what a resident wrote. */
function die(log: Log, error: unknown): void {
  log(faultLine(error))
  process.exit(1)
}

function refuse(log: Log, error: unknown): void {
  if (!(error instanceof OperatorError)) log(faultLine(error))
  const text = error instanceof OperatorError ? error.message : 'Kith could not start serving pages.'
  answer('refused', text, () => process.exit(1))
}

function answer(kind: Answer['kind'], text: string, then = () => {}): void {
  if (process.connected) process.send?.({ kind, text }, then)
  else then()
}
