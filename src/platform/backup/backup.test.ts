import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { withClient } from '../../../test/template.ts'
import { MIGRATIONS } from '../../migrations.ts'
import { readMigrations } from '../db/index.ts'
import { checkBackup, loadBackup, openBackup, takeBackup } from './index.ts'

const AWKWARD = ['O’Brien', 'tab\tnewline\nback\\slash', '\\N', '\\.', 'مريم', '', '=SUM(A1)', '👩‍👧']

let folder: string
let source: TestDatabase
let identity: string
let path: string
const masterKey = randomBytes(32)

const known = async () =>
  new Map((await readMigrations(MIGRATIONS)).map((m) => [`${m.module}/${m.name}`, m.checksum]))

const backupOf = async (url: string, file: string) =>
  withClient(url, async (client) => {
    const taken = await takeBackup(client, masterKey, [await identityToRecipient(identity)])
    await pipeline(Readable.fromWeb(taken.stream as never), createWriteStream(file))
    return taken.manifest
  })

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kith-backup-'))
  path = join(folder, 'kith.age')
  identity = await generateX25519Identity()
  source = await freshDatabase()
  await source.sql(`insert into kith.authority (settings) values ($1)`, [
    JSON.stringify({ name: AWKWARD.join('|') }),
  ])
  for (const [at, word] of AWKWARD.entries())
    await source.sql(`insert into audit.entry (actor, action, subject, detail) values ('test', $1, $2, $3)`, [
      `thing.${at}`,
      word,
      JSON.stringify({ word }),
    ])
  await source.sql(
    `insert into audit.entry (actor, action, detail) select 'test', 'many', jsonb_build_object('n', repeat('x', 500)) from generate_series(1, 6000)`,
  )
})
afterAll(async () => {
  await source.drop()
  await rm(folder, { recursive: true })
})

describe('a backup', () => {
  it('comes back whole, row for row, and counts on from where it stood', async () => {
    const manifest = await backupOf(source.adminUrl, path)
    expect(manifest.tables['audit.entry']?.rows).toBe(AWKWARD.length + 6000)
    const checked = await checkBackup(path, identity, await known())
    expect(checked.masterKey.equals(masterKey)).toBe(true)
    const target = await freshDatabase()
    await withClient(target.adminUrl, (client) => loadBackup(client, checked, openBackup(path, identity)))
    const again = await backupOf(target.adminUrl, join(folder, 'again.age'))
    expect(again).toEqual(manifest)
    const inserted = `insert into audit.entry (actor, action) values ('test', 'next') returning id`
    expect(await target.sql(inserted)).toEqual(await source.sql(inserted))
    const triggers = `select count(*)::int as off from pg_trigger where tgenabled <> 'O'`
    expect(await target.sql(triggers)).toEqual([{ off: 0 }])
    await target.drop()
  })

  it('opens with the age and tar programs alone', async () => {
    const key = join(folder, 'key.txt')
    await writeFile(key, `# the recovery key\n${identity}\n`)
    const script = 'age --decrypt -i "$1" "$2" | tar -xO tables/kith.authority/000001'
    const row = execFileSync('sh', ['-c', script, 'sh', key, path]).toString()
    expect(row).toContain('O’Brien|tab')
  })

  it('is refused with another key, cut short, or with one byte changed', async () => {
    await expect(checkBackup(path, await generateX25519Identity(), await known())).rejects.toThrow(
      /This key does not open/,
    )
    const whole = await readFile(path)
    const short = join(folder, 'short.age')
    await writeFile(short, whole)
    await truncate(short, whole.length - 70_000)
    await expect(checkBackup(short, identity, await known())).rejects.toThrow(/damaged, cut short/)
    const changed = Buffer.from(whole)
    changed.writeUInt8(changed.readUInt8(whole.length - 5000) ^ 1, whole.length - 5000)
    await writeFile(short, changed)
    await expect(checkBackup(short, identity, await known())).rejects.toThrow(/damaged, cut short/)
    await writeFile(short, 'a letter to my aunt')
    await expect(checkBackup(short, identity, await known())).rejects.toThrow(/no backup of Kith/)
  })

  it('of a newer version is refused, by name of what is missing here', async () => {
    const older = new Map([...(await known())].slice(0, -1))
    await expect(checkBackup(path, identity, older)).rejects.toThrow(/made by another version of Kith, newer/)
  })

  it('leaves a database as it was when a row does not fit', async () => {
    const checked = await checkBackup(path, identity, await known())
    const target = await freshDatabase()
    const before = await target.sql('select * from kith.record_kind order by kind')
    await target.sql(`alter table audit.entry add constraint no_many check (action <> 'many')`)
    await expect(
      withClient(target.adminUrl, (client) => loadBackup(client, checked, openBackup(path, identity))),
    ).rejects.toThrow(/no_many/)
    expect(await target.sql('select * from kith.record_kind order by kind')).toEqual(before)
    expect(await target.sql('select count(*)::int as n from audit.entry')).toEqual([{ n: 0 }])
    await target.drop()
  })

  it('works for an administrator who is no superuser but sees every row', async () => {
    await source.sql(`create role "${source.name}_keeper" login bypassrls password 'test'`)
    await source.sql(`grant kith_owner to "${source.name}_keeper"`)
    await source.sql(`grant connect on database "${source.name}" to "${source.name}_keeper"`)
    const url = source.adminUrl.replace(/^postgres:\/\/[^@]*@/, `postgres://${source.name}_keeper:test@`)
    const file = join(folder, 'keeper.age')
    const manifest = await backupOf(url, file)
    const checked = await checkBackup(file, identity, await known())
    await withClient(url, (client) => loadBackup(client, checked, openBackup(file, identity)))
    expect(await backupOf(source.adminUrl, join(folder, 'after.age'))).toEqual(manifest)
    await source.sql(`drop owned by "${source.name}_keeper"; drop role "${source.name}_keeper"`)
  })

  it('is not taken by a login that policies hide rows from', async () => {
    const client = new pg.Client({ connectionString: source.doors.staff })
    await client.connect()
    await expect(takeBackup(client, masterKey, [await identityToRecipient(identity)])).rejects.toThrow(
      /does not see every row/,
    )
    await client.end()
  })
})
