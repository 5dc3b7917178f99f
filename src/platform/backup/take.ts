import { ReadableStream as WebStream } from 'node:stream/web'
import { Encrypter } from 'age-encryption'
import type pg from 'pg'
import { listSequences, listTables, type Table } from './catalogue.ts'
import { readWholeTables, tableRows } from './copy.ts'
import { ABOUT, type About, FORMAT, MANIFEST, MASTER_KEY, type Manifest, partName } from './manifest.ts'
import { tarEnd, tarEntry } from './tar.ts'

const PART_BYTES = 1024 * 1024

export type Taken = { readonly stream: ReadableStream<Uint8Array>; readonly manifest: Promise<Manifest> }

/**
 * One consistent snapshot of every table, as an age file that any of the recipients opens. Read it to its end
 * before the client is used again; `manifest` says what went into it. Rejects with OperatorError when the login
 * may not read every row.
 */
export async function takeBackup(
  client: pg.Client,
  masterKey: Uint8Array,
  recipients: readonly string[],
): Promise<Taken> {
  await client.query('begin isolation level repeatable read, read only')
  await readWholeTables(client)
  const { promise: manifest, resolve } = Promise.withResolvers<Manifest>()
  const encrypter = new Encrypter()
  for (const recipient of new Set(recipients)) encrypter.addRecipient(recipient)
  const plain = WebStream.from(archive(client, masterKey, resolve))
  return { stream: await encrypter.encrypt(plain as ReadableStream<Uint8Array>), manifest }
}

async function* archive(
  client: pg.Client,
  masterKey: Uint8Array,
  done: (manifest: Manifest) => void,
): AsyncGenerator<Uint8Array> {
  const at = new Date()
  const tables = await listTables(client)
  const manifest: Manifest = { tables: {}, sequences: await listSequences(client) }
  yield* tarEntry(ABOUT, json(await about(client, tables, at)), at)
  yield* tarEntry(MASTER_KEY, masterKey, at)
  for (const table of tables) yield* tableParts(client, table, manifest, at)
  yield* tarEntry(MANIFEST, json(manifest), at)
  yield tarEnd()
  await client.query('commit')
  done(manifest)
}

async function* tableParts(
  client: pg.Client,
  table: Table,
  manifest: Manifest,
  at: Date,
): AsyncGenerator<Uint8Array> {
  let held: Buffer[] = []
  let size = 0
  let part = 0
  const rows = tableRows(client, table, (sum) => {
    manifest.tables[table.name] = sum
  })
  for await (const chunk of rows) {
    held.push(chunk)
    size += chunk.length
    if (size < PART_BYTES) continue
    yield* tarEntry(partName(table.name, ++part), Buffer.concat(held), at)
    held = []
    size = 0
  }
  if (size > 0) yield* tarEntry(partName(table.name, ++part), Buffer.concat(held), at)
}

async function about(client: pg.Client, tables: readonly Table[], at: Date): Promise<About> {
  const { rows: migrations } = await client.query<{ key: string; checksum: string }>(
    `select module || '/' || name as key, checksum from kith_migration.applied order by applied_at, module, name`,
  )
  const { rows } = await client.query<{ version: string }>(
    `select current_setting('server_version') as version`,
  )
  return {
    format: FORMAT,
    madeAt: at.toISOString(),
    server: rows[0]?.version ?? '',
    migrations,
    tables: tables.map(({ name, columns }) => ({ name, columns: [...columns] })),
  }
}

const json = (value: unknown): Buffer => Buffer.from(`${JSON.stringify(value, undefined, 2)}\n`)
