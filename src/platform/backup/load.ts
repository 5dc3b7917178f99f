import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import type pg from 'pg'
import { from } from 'pg-copy-streams'
import { columnList, listTables, quoted } from './catalogue.ts'
import { type Checked, compare } from './check.ts'
import { readWholeTables, tableRows } from './copy.ts'
import { type TableSum, tableOf } from './manifest.ts'
import type { TarEntry } from './tar.ts'

/**
 * Loads a checked backup into a database that stands on the same migrations, in one transaction, and reads every
 * table back: what is committed has the rows and hashes of the manifest. Throws OperatorError, having changed nothing.
 */
export async function loadBackup(
  client: pg.Client,
  { about, manifest }: Checked,
  entries: AsyncIterable<TarEntry>,
): Promise<void> {
  await client.query('begin')
  try {
    await readWholeTables(client)
    const names = about.tables.map(({ name }) => quoted(name))
    for (const name of names) await client.query(`alter table ${name} disable trigger user`)
    // Migrations write rows of their own, which are in the backup as they later became.
    await client.query(`truncate ${names.join(', ')}`)
    await fill(client, about.tables, entries)
    for (const [name, { value, called }] of Object.entries(manifest.sequences))
      await client.query('select setval($1::regclass, $2, $3)', [quoted(name), value, called])
    for (const name of names) await client.query(`alter table ${name} enable trigger user`)
    for (const table of await listTables(client))
      compare(table.name, manifest.tables[table.name], await sumTable(client, table))
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  }
}

async function fill(
  client: pg.Client,
  tables: Checked['about']['tables'],
  entries: AsyncIterable<TarEntry>,
): Promise<void> {
  const columns = new Map(tables.map(({ name, columns }) => [name, columns]))
  let open: TableWriter | undefined
  for await (const { name, content } of entries) {
    const table = tableOf(name)
    if (open && open.table !== table) {
      await open.finish()
      open = undefined
    }
    if (table === undefined) continue
    open ??= new TableWriter(client, table, columns.get(table) ?? [])
    await open.write(content)
  }
  await open?.finish()
}

/** Writes the text of COPY into one table. PostgreSQL may object between two parts: then the next call throws. */
class TableWriter {
  readonly table: string
  readonly #stream: ReturnType<typeof from>
  #problem: Error | undefined

  constructor(client: pg.Client, table: string, columns: readonly string[]) {
    this.table = table
    this.#stream = client.query(from(`copy ${quoted(table)} (${columnList(columns)}) from stdin`))
    this.#stream.on('error', (error: Error) => {
      this.#problem ??= error
    })
  }

  async write(content: Buffer): Promise<void> {
    if (this.#problem) throw this.#problem
    if (!this.#stream.write(content)) await once(this.#stream, 'drain')
  }

  async finish(): Promise<void> {
    if (this.#problem) throw this.#problem
    this.#stream.end()
    await finished(this.#stream)
  }
}

async function sumTable(
  client: pg.Client,
  table: Awaited<ReturnType<typeof listTables>>[number],
): Promise<TableSum> {
  const { promise, resolve } = Promise.withResolvers<TableSum>()
  for await (const _rows of tableRows(client, table, resolve)) {
    // read for its sum only
  }
  return promise
}
