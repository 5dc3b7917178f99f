import { randomBytes } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { OperatorError } from '../../kernel/errors.ts'
import { readIfThere, writeDurably } from '../db/embedded/files.ts'
import { GROUPS, type Passwords } from '../db/index.ts'

/** The secrets of one installation. `masterKey` has 32 bytes; each door's login has its own password. */
export type Keys = { readonly masterKey: Buffer; readonly passwords: Passwords }

/** Where the master key is kept, for messages. */
export const masterKeyPath = (dataDir: string): string => join(dataDir, 'secrets', 'master-key')
const loginsPath = (dataDir: string) => join(dataDir, 'secrets', 'logins.json')

/** The keys in the data folder, made at random when there are none. Throws OperatorError for a damaged file. */
export async function keysIn(dataDir: string): Promise<Keys> {
  await mkdir(join(dataDir, 'secrets'), { recursive: true, mode: 0o700 })
  return { masterKey: await masterKey(dataDir), passwords: await passwords(dataDir) }
}

/** Puts a master key in place, as a restore does; the way back removes it again. Throws OperatorError over another. */
export async function putMasterKey(dataDir: string, key: Buffer): Promise<() => Promise<void>> {
  const path = masterKeyPath(dataDir)
  const known = await readIfThere(path)
  if (known !== undefined && !readKey(known)?.equals(key)) {
    throw new OperatorError(`There is another master key in ${path}. Restore into an empty data folder.`)
  }
  if (known !== undefined) return async () => {}
  await mkdir(join(dataDir, 'secrets'), { recursive: true, mode: 0o700 })
  await writeDurably(path, `${key.toString('base64')}\n`)
  return () => rm(path, { force: true })
}

async function masterKey(dataDir: string): Promise<Buffer> {
  const path = masterKeyPath(dataDir)
  const text = await readIfThere(path)
  if (text === undefined) {
    const made = randomBytes(32)
    await writeDurably(path, `${made.toString('base64')}\n`)
    return made
  }
  return readKey(text) ?? damaged(path)
}

function readKey(text: string): Buffer | undefined {
  const key = Buffer.from(text.trim(), 'base64')
  return key.length === 32 ? key : undefined
}

async function passwords(dataDir: string): Promise<Passwords> {
  const path = loginsPath(dataDir)
  const text = await readIfThere(path)
  if (text !== undefined) return readPasswords(text) ?? damaged(path)
  const made = GROUPS.map((group) => [group, randomBytes(24).toString('base64url')])
  await writeDurably(path, `${JSON.stringify(Object.fromEntries(made), undefined, 2)}\n`)
  return Object.fromEntries(made) as Passwords
}

function readPasswords(text: string): Passwords | undefined {
  try {
    const read = JSON.parse(text) as Record<string, unknown>
    return GROUPS.every((group) => typeof read[group] === 'string') ? (read as Passwords) : undefined
  } catch {
    return undefined
  }
}

function damaged(path: string): never {
  throw new OperatorError(`The file ${path} is damaged. Put it back from a copy or a backup.`)
}
