import { spawn } from 'node:child_process'
import { constants } from 'node:fs'
import { type FileHandle, mkdir, open, realpath } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { OperatorError } from '../../../kernel/errors.ts'
import { plainly } from './explain.ts'
import { placeIn } from './place.ts'

export type Lock = { release(): Promise<void> }
type Wish = { shared?: boolean; waitSeconds?: number }

// The kernel drops these locks when the process ends, however it ends: unlike a pid file, none can go stale.
// Node has no flock(2). On Linux the `flock` program locks our own open file, which it shares with us, and leaves
// it locked when it exits; on macOS a flag of open(2) does the same.
const BSD = { shared: 0x10, exclusive: 0x20, nonBlocking: 0x4 }

/** Locks `name` in the data folder; undefined when another holds it for longer than `waitSeconds` (0). */
export async function tryLock(dataDir: string, name: string, wish: Wish = {}): Promise<Lock | undefined> {
  const folder = join(dataDir, 'locks')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, name)
  return process.platform === 'linux' ? lockByProgram(path, wish) : lockByFlag(path, wish)
}

/**
 * Marks the data folder as served by this process until release() or its death, SIGKILL included.
 * Throws OperatorError when another Kith serves it. Commands that may run beside a serving Kith do not call this.
 */
export async function lockDataFolder(dataDir: string): Promise<Lock> {
  const lock = await plainly('use the data', placeIn(resolve(dataDir)), async () => {
    await mkdir(dataDir, { recursive: true, mode: 0o700 })
    return tryLock(await realpath(dataDir), 'serving')
  })
  if (!lock) throw new OperatorError(`Kith is already running in this data folder: ${dataDir}`)
  return lock
}

async function lockByProgram(
  path: string,
  { shared = false, waitSeconds = 0 }: Wish,
): Promise<Lock | undefined> {
  const file = await open(path, 'a', 0o600)
  const wait = waitSeconds > 0 ? ['-w', String(waitSeconds)] : ['-n']
  const code = await flock([shared ? '-s' : '-x', ...wait, '3'], file).catch(async (error: unknown) => {
    await file.close()
    throw error
  })
  if (code === 0) return { release: () => file.close() }
  await file.close()
  if (code === 1) return undefined
  throw new OperatorError(`The file ${path} cannot be locked. Choose a data folder on a local disk.`)
}

function flock(args: string[], file: FileHandle): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const child = spawn('flock', args, { stdio: ['ignore', 'ignore', 'ignore', file.fd] })
    child.on('error', () => reject(new OperatorError('Kith needs the program flock. Install util-linux.')))
    child.on('close', resolve)
  })
}

async function lockByFlag(
  path: string,
  { shared = false, waitSeconds = 0 }: Wish,
): Promise<Lock | undefined> {
  const flags = constants.O_RDWR | constants.O_CREAT | BSD.nonBlocking | (shared ? BSD.shared : BSD.exclusive)
  const until = Date.now() + waitSeconds * 1000
  for (;;) {
    try {
      const file = await open(path, flags, 0o600)
      return { release: () => file.close() }
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error
      if (Date.now() >= until) return undefined
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}
