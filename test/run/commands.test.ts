import { randomBytes } from 'node:crypto'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { openTestServer } from '../server.ts'
import { withClient } from '../template.ts'
import { kith, launch, newFolder, startKith } from './process.ts'

/** A Kith of the test's own, in a new database of the run's server. */
async function newKith() {
  const database = `c_${randomBytes(5).toString('hex')}`
  const url = inject('adminUrl').replace(/\/postgres\?/, `/${database}?`)
  const data = await newFolder()
  const settings = { KITH_DATA: data, DATABASE_URL: url }
  const sql = (text: string) => withClient(url, async (client) => (await client.query(text)).rows)
  return { data, settings, sql, run: (...words: string[]) => kith(words, settings) }
}

/** The page that a receipt opens. */
const typed = async (url: string, receipt: string): Promise<string> => {
  const answer = await fetch(`${url}/concerns/receipt`, {
    method: 'POST',
    body: new URLSearchParams({ receipt }),
  })
  expect(answer.status).toBe(200)
  return answer.text()
}

const OFFICER = 'safeguarding-officer@demonstration.example'
const SECOND = 'safeguarding-officer-2@demonstration.example'

describe('the commands', { timeout: 120_000 }, () => {
  it('take a new council from nothing to an administrator and a vault', async () => {
    const { data, run } = await newKith()
    expect((await run('person', 'invite', 'a@b.example', '--name', 'A')).err).toContain('There is no Kith in')
    expect((await run('migrate')).out).toMatch(/^\d+ migrations applied\.\n$/)
    const invited = await run('person', 'invite', 'A@B.example', '--name', 'A B', '--role', 'administrator')
    expect(invited).toMatchObject({ code: 0, err: '' })
    expect(invited.out).toMatch(/\nhttp:\/\/127\.0\.0\.1:0\/invitation\/[\w-]{43}\n$/)
    expect((await run('person', 'invite', 'a@b.example')).out).toMatch(/\/invitation\//)
    expect((await run('person', 'invite', 'c@d.example', '--name', 'C', '--role', 'king')).err).toContain(
      '"king" is no role',
    )
    const key = join(data, 'recovery-key.txt')
    expect((await run('vault', 'init', '--new-key', key)).out).toContain('The vault is made.')
    expect((await stat(key)).mode & 0o777).toBe(0o600)
    expect((await run('vault', 'init', '--new-key', `${key}2`)).err).toContain('has a vault already')
    expect((await run('vault', 'recover', 'a@b.example', '--identity', key)).err).toContain(
      'must first set a vault passphrase',
    )
    expect((await run('start', '--demo')).err).toContain('is real')
  })

  it('give, take away and give back access to the vault', async () => {
    const { data, run, sql } = await newKith()
    await run('demo')
    const accounts: { email: string; vaultPassphrase?: string }[] = JSON.parse(
      await readFile(join(data, 'demo-accounts.json'), 'utf8'),
    )
    const passphrase = join(data, 'passphrase')
    const key = join(data, 'demo-recovery-key.txt')
    const holders = async () =>
      (
        await sql(
          `select p.email from concerns.vault_grant g join identity.person p on p.id = g.person_id
          where g.ended_at is null and g.generation = (select max(generation) from concerns.vault_generation) order by 1`,
        )
      ).map(({ email }) => email)
    expect((await run('vault', 'rotate', '--leave-out', SECOND)).out).toContain('number 2')
    expect(await holders()).not.toContain(SECOND)
    await writeFile(passphrase, 'not my passphrase at all\n')
    const grant = ['vault', 'grant', SECOND, '--by', OFFICER, '--passphrase-file', passphrase]
    expect(await run(...grant)).toMatchObject({ code: 1, err: expect.stringContaining('did not open') })
    await writeFile(passphrase, `${accounts.find(({ email }) => email === OFFICER)?.vaultPassphrase}\n`)
    expect(await run(...grant)).toMatchObject({ code: 0, err: '' })
    expect(await holders()).toContain(SECOND)
    await run('vault', 'rotate', '--leave-out', SECOND)
    expect((await run('vault', 'recover', SECOND, '--identity', passphrase)).err).toContain(
      'holds no recovery key',
    )
    expect((await run('vault', 'recover', SECOND, '--identity', key)).code).toBe(0)
    expect(await holders()).toContain(SECOND)
  })

  it('name the one row that was changed in the log', async () => {
    const { run, sql, settings } = await newKith()
    await run('demo')
    const running = await startKith(settings)
    const unsealed = () => sql(`select 1 from audit.entry where seal is null`)
    await expect.poll(async () => (await unsealed()).length, { timeout: 20_000 }).toBe(0)
    await running.stop()
    const sound = await run('audit', 'verify')
    expect(sound).toMatchObject({ code: 0, out: expect.stringContaining('open half: nothing was changed') })
    const [row] = await sql(`update audit.entry set actor = 'Person' where id = 7 returning id`)
    expect(row).toEqual({ id: '7' })
    const broken = await run('audit', 'verify')
    expect(broken).toMatchObject({ code: 1, err: expect.stringContaining('1 finding') })
    expect(broken.out).toContain('row 7: a row was changed after it was sealed')
  })

  it('finish a demonstration that was cut off, and keep it one', async () => {
    const { data, run, settings, sql } = await newKith()
    await run('migrate')
    const { child, ended } = launch(['demo'], settings)
    const people = () => sql('select 1 from identity.person')
    await expect
      .poll(async () => (await people()).length, { interval: 5, timeout: 30_000 })
      .toBeGreaterThan(3)
    child.kill('SIGKILL')
    await ended
    await expect(stat(join(data, 'demo-accounts.json'))).rejects.toThrow(/ENOENT/)
    const running = await startKith(settings)
    const accounts: { role: string }[] = JSON.parse(await readFile(join(data, 'demo-accounts.json'), 'utf8'))
    expect(accounts.length).toBe((await people()).length)
    expect(accounts.map(({ role }) => role)).toEqual(expect.arrayContaining(['administrator', 'provider']))
    const page = await fetch(running.url)
    expect(await page.text()).toContain('This is a demonstration, not a council service')
    const receipts = join(data, 'demo-receipts.json')
    expect((await stat(receipts)).mode & 0o777).toBe(0o600)
    const [waiting, answered] = await Promise.all(
      JSON.parse(await readFile(receipts, 'utf8')).map(({ words }: { words: string }) =>
        typed(running.url, words),
      ),
    )
    expect(waiting).toContain('We have received it')
    expect(answered).toContain('You did right to say no')
    expect(answered).toContain('above the bookmaker')
    await running.stop()
  })

  it('work for an administrator’s login that is no superuser, on a server of its own', async () => {
    const server = await openTestServer()
    await withClient(server.url, (admin) =>
      admin.query(`create role keeper login createrole createdb password 'keeper'`),
    )
    const data = await newFolder()
    const settings = { KITH_DATA: data, DATABASE_URL: server.urlFor('council', 'keeper', 'keeper') }
    expect((await kith(['migrate'], settings)).err).toBe('')
    const running = await startKith(settings)
    expect((await fetch(`${running.url}/readyz`)).status).toBe(200)
    await running.stop()
    const key = join(data, 'key.txt')
    expect((await kith(['vault', 'init', '--new-key', key], settings)).err).toBe('')
    const file = join(data, 'kith.age')
    expect((await kith(['backup', file], settings)).err).toContain('ALTER ROLE "keeper" BYPASSRLS')
    await withClient(server.url, (admin) => admin.query('alter role keeper bypassrls'))
    expect((await kith(['backup', file], settings)).code).toBe(0)
    await server.stop()
  })

  it('say plainly when the server is not there, or refuses the login', async () => {
    const data = await newFolder()
    const away = await kith(['start'], { KITH_DATA: data, DATABASE_URL: 'postgres://a:b@127.0.0.1:1/kith' })
    expect(away).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^The database server .* does not answer/),
    })
    const url = inject('adminUrl').replace(/:\/\/[^@]*@/, '://postgres:wrong@')
    const refused = await kith(['migrate'], { KITH_DATA: data, DATABASE_URL: url })
    expect(refused.err).toMatch(/^The database server refused the name or password/)
  })
})
