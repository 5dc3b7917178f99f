import { existsSync } from 'node:fs'
import { open, rename, rm, stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as WebStream } from 'node:stream/web'
import type pg from 'pg'
import { system } from '../kernel/actor.ts'
import { OperatorError } from '../kernel/errors.ts'
import { isProven, proofsOf } from '../modules/concerns/index.ts'
import { audit } from '../platform/audit/index.ts'
import { takeBackup } from '../platform/backup/index.ts'
import { openDatabase } from '../platform/db/index.ts'
import { type Installation, onItsDatabase } from '../platform/run/index.ts'
import { count, say } from './say.ts'
import { withInstallation } from './with-installation.ts'
import { readWords } from './words.ts'

export async function command(words: readonly string[]): Promise<void> {
  const { values, positionals } = readWords(words, { recipient: { type: 'string' } }, 1)
  const path = positionals[0]
  if (!path) throw new OperatorError('Say where to: kith backup FILE')
  if (existsSync(path)) throw new OperatorError(`There is a file ${path} already. Choose another name.`)
  await withInstallation(async (installation) => {
    const taken = await onItsDatabase(installation.adminUrl, (client) =>
      writeBackup(client, installation, path, values.recipient),
    )
    await logIt(installation, taken.tables)
    const { size } = await stat(path)
    say(
      `Backed up ${count(taken.rows, 'row')} of ${count(taken.tables, 'table')} to ${path} (${count(Math.ceil(size / 1024), 'kilobyte')}). The recovery key opens it.`,
    )
  })
}

async function writeBackup(
  client: pg.Client,
  { keys }: Installation,
  path: string,
  also: string | undefined,
): Promise<{ tables: number; rows: number }> {
  const recipients = [...(await recoveryRecipient(client, keys)), ...(also ? [checkRecipient(also)] : [])]
  if (recipients.length === 0)
    throw new OperatorError(
      'The vault has no recovery key yet, so nobody could open a backup. Run "kith vault init" first, or say whom to encrypt to: --recipient age1…',
    )
  const { stream, manifest } = await takeBackup(client, keys.masterKey, recipients)
  await writeWhole(path, stream)
  const sums = Object.values((await manifest).tables)
  return { tables: sums.length, rows: sums.reduce((total, { rows }) => total + rows, 0) }
}

function checkRecipient(text: string): string {
  if (/^age1[a-z0-9]{50,}$/.test(text)) return text
  throw new OperatorError(`"${text}" is no age recipient: those begin with age1.`)
}

/** Under its own name only once it is whole and on the disk. */
async function writeWhole(path: string, stream: ReadableStream<Uint8Array>): Promise<void> {
  const unfinished = `${path}.unfinished`
  const file = await open(unfinished, 'w', 0o600).catch((error: Error) => {
    throw new OperatorError(`The backup cannot be written: ${error.message}`)
  })
  try {
    await pipeline(Readable.fromWeb(stream as WebStream), file.createWriteStream({ flush: true }))
    await rename(unfinished, path)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
}

type Present = { generation: number; vault: string; recovery: string; proof: Buffer }

/**
 * The public half of the recovery key that the vault's newest generation is sealed to. Throws OperatorError when Kith
 * did not put it there: a backup holds everything, the master key too.
 */
async function recoveryRecipient(client: pg.Client, keys: Installation['keys']): Promise<string[]> {
  const { rows } = await client.query<Present>(
    'select generation, recipient as vault, recovery, proof from concerns.vault_generation order by generation desc limit 1',
  )
  const [present] = rows
  if (!present) return []
  if (!isProven(proofsOf(keys).generation(present), present.proof))
    throw new OperatorError(
      'The recovery key in the database is not one that this Kith put there. Somebody may have changed the database. No backup was made.',
    )
  return [present.recovery]
}

async function logIt({ doors }: Installation, tables: number): Promise<void> {
  const database = openDatabase({ url: doors.staff, size: 1 })
  const actor = system('kith backup')
  await database
    .as(actor, (tx) => audit(tx, actor, 'backup.taken', undefined, { tables }))
    .finally(() => database.close())
}
