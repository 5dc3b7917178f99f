import { OperatorError } from '../../kernel/errors.ts'
import { summing } from './copy.ts'
import { ABOUT, About, FORMAT, MANIFEST, MASTER_KEY, Manifest, type TableSum, tableOf } from './manifest.ts'
import { openBackup } from './open.ts'

export type Checked = { readonly about: About; readonly manifest: Manifest; readonly masterKey: Buffer }

/**
 * Reads a whole backup and holds it against its own manifest, before anything is made. `known` are the migrations
 * of this version, with their checksums. Throws OperatorError.
 */
export async function checkBackup(
  path: string,
  identity: string,
  known: ReadonlyMap<string, string>,
): Promise<Checked> {
  const files = new Map<string, Buffer>()
  const sums = new Map<string, ReturnType<typeof summing>>()
  for await (const { name, content } of openBackup(path, identity)) {
    const table = tableOf(name)
    if (table === undefined) files.set(name, content)
    else sumOf(sums, table).add(content)
    if (name === ABOUT) refuseNewer(readJson(content), known)
  }
  const about = About.parse(readJson(files.get(ABOUT)))
  const manifest = Manifest.parse(readJson(files.get(MANIFEST)))
  for (const { name } of about.tables) compare(name, manifest.tables[name], sumOf(sums, name).total())
  return { about, manifest, masterKey: files.get(MASTER_KEY) ?? Buffer.alloc(0) }
}

function sumOf(sums: Map<string, ReturnType<typeof summing>>, table: string) {
  const known = sums.get(table) ?? summing()
  sums.set(table, known)
  return known
}

/** Throws OperatorError when a table is not what the manifest says. */
export function compare(table: string, wanted: TableSum | undefined, found: TableSum): void {
  if (wanted && wanted.rows === found.rows && wanted.sha256 === found.sha256) return
  throw new OperatorError(
    `The table ${table} should have ${wanted?.rows ?? 'no'} rows and has ${found.rows}, or their content differs: nothing was restored. Use another copy of the backup.`,
  )
}

function refuseNewer(content: unknown, known: ReadonlyMap<string, string>): void {
  const read = About.safeParse(content)
  const strange = read.data?.migrations.find(({ key, checksum }) => known.get(key) !== checksum)
  if (read.success && read.data.format === FORMAT && !strange) return
  const what = strange ? `the migration ${strange.key}` : 'another format'
  throw new OperatorError(
    `This backup was made by another version of Kith, newer than this one (it has ${what}). Restore it with that version or a later one.`,
  )
}

const readJson = (content: Buffer | undefined): unknown => JSON.parse(content?.toString('utf8') ?? 'null')
