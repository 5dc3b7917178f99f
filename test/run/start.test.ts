import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { childrenOf, halfSent, kith, newFolder, startKith, statusOf } from './process.ts'

const onlyOnce = { skip: process.env.KITH_TEST_PG !== undefined, timeout: 90_000 }

/** The embedded server's superuser, past every door. */
async function sql(data: string, text: string): Promise<void> {
  const password = await readFile(join(data, 'secrets', 'postgres-superuser'), 'utf8')
  const client = new pg.Client({ host: join(data, 'socket'), user: 'postgres', password, database: 'kith' })
  await client.connect()
  await client.query(text).finally(() => client.end())
}

const childNamed = (pid: number, name: string): number =>
  childrenOf(pid).find(({ command }) => command.includes(name))?.pid ?? 0

describe('kith start', onlyOnce, () => {
  it('is ready in one line, finishes what is under way at SIGTERM, and starts again in a kept folder', async () => {
    const data = await newFolder()
    const first = await startKith({ KITH_DATA: data })
    expect(await statusOf(`${first.url}/healthz`)).toBe(200)
    expect(await statusOf(`${first.url}/readyz`)).toBe(200)
    const slow = await halfSent(`${first.url}/sign-in`, 'email=someone%40example.org&password=a+wrong+one')
    await sleep(200)
    first.signal('SIGTERM')
    await sleep(300)
    expect(await statusOf(`${first.url}/healthz`)).toBe('ECONNREFUSED')
    expect(await slow.finish()).toMatch(/^HTTP\/1\.1 (200|303|422) /)
    const { code, out, err } = await first.ended
    expect({ code, out: out.split('\n').length, err }).toEqual({ code: 0, out: 2, err: '' })
    const began = Date.now()
    const second = await startKith({ KITH_DATA: data })
    process.stderr.write(`a second start took ${Date.now() - began} ms\n`)
    expect(Date.now() - began).toBeLessThan(5_000)
    expect((await second.stop()).code).toBe(0)
  })

  it('gives the process that serves no more than its doors', async () => {
    const { pid, stop } = await startKith({ KITH_DATA: await newFolder(), KITH_LOG: 'quiet' })
    const environment = await readFile(`/proc/${childNamed(pid, 'main.js')}/environ`, 'utf8')
    expect(environment).not.toMatch(/KITH|postgres|DATABASE|PASS/i)
    await stop()
  })

  it('keeps serving: each process that dies is started again, the database too', async () => {
    const kept = await startKith({ KITH_DATA: await newFolder() })
    for (const name of ['main.js', 'worker.js']) {
      const before = childNamed(kept.pid, name)
      process.kill(before, 'SIGKILL')
      await expect
        .poll(() => ![0, before].includes(childNamed(kept.pid, name)), { timeout: 20_000 })
        .toBe(true)
    }
    await expect.poll(() => statusOf(`${kept.url}/readyz`), { timeout: 20_000 }).toBe(200)
    await kept.stop()
  })

  it('starts the embedded server again when it is killed, and answers 503 meanwhile', async () => {
    const data = await newFolder()
    const kept = await startKith({ KITH_DATA: data })
    const postmaster = Number(
      (await readFile(join(data, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0],
    )
    process.kill(postmaster, 'SIGKILL')
    await expect.poll(() => statusOf(`${kept.url}/readyz`), { interval: 20, timeout: 5_000 }).toBe(503)
    expect(await statusOf(`${kept.url}/healthz`)).toBe(200)
    await expect.poll(() => statusOf(`${kept.url}/readyz`), { timeout: 30_000 }).toBe(200)
    expect((await kept.stop()).code).toBe(0)
  })

  it('leaves nothing in the way when it is killed: its processes let go, and the next start takes over', async () => {
    const data = await newFolder()
    const first = await startKith({ KITH_DATA: data })
    const { port } = new URL(first.url)
    first.signal('SIGKILL')
    await first.ended
    const second = await startKith({ KITH_DATA: data, PORT: port })
    expect(await statusOf(`${second.url}/readyz`)).toBe(200)
    expect((await second.stop()).code).toBe(0)
  })
})

describe('kith start says what to do', onlyOnce, () => {
  const plain = /^[^\n]+\n$/

  it('when it runs already, or the port is taken', async () => {
    const data = await newFolder()
    const running = await startKith({ KITH_DATA: data })
    const again = await kith(['start'], { KITH_DATA: data })
    expect(again).toMatchObject({ code: 1, out: '', err: expect.stringMatching(plain) })
    expect(again.err).toContain('already running in this data folder')
    await running.stop()
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as { port: number }
    const taken = await kith(['start'], { KITH_DATA: data, PORT: String(port) })
    other.close()
    expect(taken).toMatchObject({ code: 1, err: expect.stringMatching(plain) })
    expect(taken.err).toContain(`Port ${port} is taken`)
  })

  it('when the data is newer, or the master key is not its own', async () => {
    const data = await newFolder()
    const running = await startKith({ KITH_DATA: data })
    await sql(data, `insert into kith_migration.applied values ('site', '9999_later.sql', 'x')`)
    await running.stop()
    const newer = await kith(['start'], { KITH_DATA: data })
    expect(newer).toMatchObject({ code: 1, out: '', err: expect.stringMatching(plain) })
    expect(newer.err).toContain('newer version of Kith')
    const key = join(data, 'secrets', 'master-key')
    expect((await stat(key)).mode & 0o777).toBe(0o600)
    await writeFile(key, randomBytes(32).toString('base64'))
    expect((await kith(['start'], { KITH_DATA: data })).err).toMatch(/^The master key in .* is not the one/)
  })

  it('when the folder is none, or a setting is wrong', async () => {
    const file = join(await newFolder(), 'file')
    await writeFile(file, '')
    const none = await kith(['start'], { KITH_DATA: join(file, 'data') })
    expect(none).toMatchObject({ code: 1, out: '' })
    expect(none.err).toContain('Choose another with KITH_DATA')
    const wrong = await kith(['start'], { KITH_DATA: file, PORT: 'eighty', DATABASE_URL: 'mysql://x' })
    expect(wrong.err).toContain('PORT: PORT must be a whole number')
    expect(wrong.err).toContain('DATABASE_URL must begin with postgres://')
    expect(none.err + wrong.err).not.toMatch(/\n\s+at /)
  })
})
