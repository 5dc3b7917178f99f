import { readdir, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { clusterFolder, emptyFolder, gone, inChild, open, sql } from '../../../../test/clusters.ts'
import { openTestServer } from '../../../../test/server.ts'

describe('the embedded server', () => {
  it('is made on the first start, and keeps its rows for the second', async () => {
    const dataDir = join(await emptyFolder(), 'new', 'data')
    const first = await timed('first start', () => open(dataDir, { fsync: true }))
    await sql(first, 'create table kept as select 42 as answer')
    await timed('stop', () => first.stop())
    const second = await timed('second start', () => open(dataDir, { fsync: true }))
    expect(await sql(second, 'select answer from kept')).toEqual([{ answer: 42 }])
    const third = await timed('adoption', () => open(dataDir, { fsync: true }))
    expect(third.pid()).toBe(second.pid())
  })

  it('speaks UTF-8, keeps time in UTC, writes through to disk and listens on no network', async () => {
    const cluster = await open(await emptyFolder(), { fsync: true })
    const names = [
      'server_encoding',
      'TimeZone',
      'fsync',
      'data_checksums',
      'listen_addresses',
      'password_encryption',
    ]
    const rows = await sql<{ value: string }>(
      cluster,
      `select current_setting(unnest('{${names}}'::text[])) as value`,
    )
    expect(rows.map(({ value }) => value)).toEqual(['UTF8', 'UTC', 'on', 'on', '', 'scram-sha-256'])
    const [{ major } = { major: 0 }] = await sql<{ major: number }>(
      cluster,
      "select current_setting('server_version_num')::int / 10000 as major",
    )
    // Before 17 PostgreSQL's own C knows only A to Z.
    expect(await sql(cluster, "select upper('é') as letter")).toEqual([{ letter: major >= 17 ? 'É' : 'é' }])
  })

  it('asks for the password, and keeps it and the socket private', async () => {
    const dataDir = await clusterFolder()
    const cluster = await open(dataDir)
    await expect(sql({ ...cluster, superPassword: 'wrong' }, 'select 1')).rejects.toThrow(
      'password authentication failed',
    )
    expect((await stat(join(dataDir, 'secrets', 'postgres-superuser'))).mode & 0o777).toBe(0o600)
    expect((await stat(join(dataDir, 'secrets'))).mode & 0o777).toBe(0o700)
    expect((await stat(cluster.socketDir)).mode & 0o777).toBe(0o700)
    expect((await stat(join(cluster.socketDir, '.s.PGSQL.5432'))).mode & 0o777).toBe(0o700)
  })

  it.each([
    ['too deep for a socket', 'deep/'.repeat(30)],
    ['named with quotes, commas and signs', `it's, a "$HOME" \`folder\` \\ 100% é`],
  ])('works in a folder %s', async (_, name) => {
    const dataDir = join(await emptyFolder(), name)
    const first = await open(dataDir)
    await sql(first, 'create table kept ()')
    const second = await open(dataDir)
    expect(second.socketDir).toBe(first.socketDir)
    await Promise.all([first.stop(), second.stop()])
    const third = await open(dataDir)
    expect(await sql(third, 'select count(*)::int as rows from kept')).toEqual([{ rows: 0 }])
  })

  it('works in a folder that nobody else may read', async () => {
    const dataDir = join(await emptyFolder(homedir()), 'data')
    const first = await open(dataDir)
    await first.stop()
    const second = await open(dataDir)
    expect((await stat(dataDir)).mode & 0o777).toBe(0o700)
    expect((await stat(join(dataDir, 'postgres'))).uid).toBe(process.getuid?.())
    expect(await sql(second, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  it('starts over after a first start that was cut off', async () => {
    const dataDir = await emptyFolder()
    const child = inChild({ dataDir }, 'await embedded.openCluster(options)')
    let unfinished: string | undefined
    while (!unfinished)
      unfinished = (await readdir(dataDir)).find((name) => name.startsWith('postgres.unfinished'))
    await sleep(100)
    child.kill('SIGKILL') // initdb lives on for a while
    expect(await sql(await open(dataDir), 'select 1 as one')).toEqual([{ one: 1 }])
  })

  it('is shared by all who open it, and stops with the last', async () => {
    const dataDir = await clusterFolder()
    const [one, two] = await Promise.all([open(dataDir), open(dataDir)])
    const pid = one.pid()
    expect(two.pid()).toBe(pid)
    await one.stop()
    expect(await sql(two, 'select 1 as one')).toEqual([{ one: 1 }])
    await two.stop()
    await gone(pid)
    expect(() => two.pid()).toThrow('not running')
  })

  it('is started anew when it runs with other settings, unless somebody uses it', async () => {
    const dataDir = await clusterFolder()
    const used = await open(dataDir)
    const guest = await open(dataDir, { settings: { work_mem: '9MB' } })
    expect(guest.pid()).toBe(used.pid())
    await Promise.all([used.stop(), guest.stop()])
    expect(await sql(await open(dataDir, { settings: { work_mem: '9MB' } }), 'show work_mem')).toEqual([
      { work_mem: '9MB' },
    ])
  })

  it('can be had for a test, by address', async () => {
    const server = await openTestServer()
    const client = new pg.Client(server.urlFor('template1'))
    await client.connect()
    const { rows } = await client.query("select current_database() as db, current_setting('fsync') as fsync")
    await client.end()
    await server.stop()
    expect(rows).toEqual([{ db: 'template1', fsync: 'off' }])
  })
})

async function timed<T>(what: string, act: () => Promise<T>): Promise<T> {
  const begun = performance.now()
  const result = await act()
  console.log(`${what}: ${Math.round(performance.now() - begun)} ms`)
  return result
}
