import { chmod, lstat, mkdir, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Account, give } from './account.ts'
import { readIfThere, writeDurably } from './files.ts'

// The system keeps a socket's path in a field of 108 bytes on Linux and 104 on macOS, its closing zero included.
const LONGEST = process.platform === 'linux' ? 107 : 103
/** Name of the socket that PostgreSQL makes in that folder. */
export const SOCKET_NAME = '/.s.PGSQL.5432'

const fits = (folder: string) => Buffer.byteLength(folder + SOCKET_NAME) <= LONGEST

/** The private folder for the server's socket: in the data folder, or a short one elsewhere if that is too deep. */
export async function socketFolder(account: Account, dataDir: string): Promise<string> {
  const near = join(dataDir, 'socket')
  if (!fits(near)) return farFolder(account, join(dataDir, 'socket-folder'))
  await mkdir(near, { recursive: true, mode: 0o700 })
  await chmod(near, 0o700)
  await give(account, near)
  return near
}

/** Recorded, so that the next start finds a server that is still running. */
async function farFolder(account: Account, record: string): Promise<string> {
  const known = await readIfThere(record)
  if (known && (await isPrivateFolder(account, known))) return known
  const base = join(tmpdir(), 'kith-')
  const made = await mkdtemp(fits(`${base}XXXXXX`) ? base : '/tmp/kith-')
  await give(account, made)
  await writeDurably(record, made)
  return made
}

// Anyone may make folders in a temporary folder: after a restart the recorded name could be somebody else's.
async function isPrivateFolder({ switchTo }: Account, path: string): Promise<boolean> {
  const found = await lstat(path).catch(() => undefined)
  return (
    found?.isDirectory() === true &&
    found.uid === (switchTo?.uid ?? process.getuid?.()) &&
    (found.mode & 0o077) === 0
  )
}
