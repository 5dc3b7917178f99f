import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { enter, newBrowser } from './browser.ts'
import { kith, newFolder, type Running, startKith } from './process.ts'

type Account = { role: string; email: string; password: string; totpSecret: string; vaultPassphrase?: string }

const accountsIn = async (data: string): Promise<Account[]> =>
  JSON.parse(await readFile(join(data, 'demo-accounts.json'), 'utf8'))

/** The administrator's address of a database that is not there yet, on the run's own throw-away server. */
const newDatabaseUrl = (): string =>
  inject('adminUrl').replace(/\/postgres\?/, `/r_${randomBytes(5).toString('hex')}?`)

/** Everything of ours that a reader or an officer would miss. */
async function seen(kithUrl: string, account: Account): Promise<string[]> {
  const visitor = newBrowser(kithUrl)
  const pages = [
    await visitor.get('/'),
    await visitor.get('/prevent-in-communities'),
    await visitor.get('/privacy'),
  ]
  const officer = newBrowser(kithUrl)
  await enter(officer, account)
  await officer.post('/staff/concerns/vault/open', { passphrase: account.vaultPassphrase ?? '' })
  const queue = await officer.get('/staff/concerns')
  const links = [...new Set(queue.match(/\/staff\/concerns\/[0-9a-f-]{36}/g))].sort()
  expect(links.length).toBeGreaterThan(4)
  const concerns = []
  for (const link of links) concerns.push(worry(await officer.get(link)))
  return [...pages.map(words), ...concerns]
}

const words = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const worry = (html: string): string =>
  words(html).match(/(neighbour|brother|gym|pupil|grandson|flatmate)[^.]*\./g)?.[0] ?? ''

async function compare(from: Running, to: Running, data: string): Promise<void> {
  const officers = (await accountsIn(data)).filter(({ role }) => role === 'safeguarding-officer')
  const [one, two] = officers
  if (!one || !two) throw new Error('the demonstration has two safeguarding officers')
  // one code works once, so each looks at one of the two
  const before = await seen(from.url, one)
  expect(before.length).toBeGreaterThan(7)
  expect(before).not.toContain('')
  expect(await seen(to.url, two)).toEqual(before)
}

describe('a backup and a restore', { timeout: 180_000 }, () => {
  it('give the same pages, accounts and concerns, from the embedded server to another and back', async () => {
    const [data, folder, back] = [await newFolder(), await newFolder(), await newFolder()]
    const key = join(data, 'demo-recovery-key.txt')
    const first = await startKith({ KITH_DATA: data }, ['--demo'])
    const file = join(folder, 'kith.age')
    expect((await kith(['backup', file], { KITH_DATA: data })).err).toBe('')

    const other = { KITH_DATA: join(folder, 'data'), DATABASE_URL: newDatabaseUrl() }
    const restored = await kith(['restore', file, '--identity', key], other)
    expect(restored).toMatchObject({
      code: 0,
      out: expect.stringContaining('each read back and found the same'),
    })
    const second = await startKith(other)
    await compare(first, second, data)
    await first.stop()

    const again = join(folder, 'again.age')
    expect((await kith(['backup', again], other)).code).toBe(0)
    await second.stop()
    expect((await kith(['restore', again, '--identity', key], { KITH_DATA: back })).code).toBe(0)
    expect((await kith(['audit', 'verify'], { KITH_DATA: back })).out).toMatch(
      /open half: nothing was changed/,
    )
    expect((await kith(['start', '--demo'], { KITH_DATA: back, PORT: '70000' })).err).toContain('PORT')
  })

  it('is refused into a folder that holds anything, and leaves nothing behind when it fails', async () => {
    const [data, folder] = [await newFolder(), await newFolder()]
    await kith(['demo'], { KITH_DATA: data })
    const file = join(folder, 'kith.age')
    await kith(['backup', file], { KITH_DATA: data })
    const key = join(data, 'demo-recovery-key.txt')
    const full = await kith(['restore', file, '--identity', key], { KITH_DATA: data })
    expect(full).toMatchObject({ code: 1, out: '' })
    expect(full.err).toContain('is not empty')
    const empty = { KITH_DATA: join(folder, 'data') }
    const bytes = await readFile(file)
    await writeFile(file, bytes.subarray(0, bytes.length - 3_000))
    const cut = await kith(['restore', file, '--identity', key], empty)
    expect(cut.err).toContain('damaged, cut short')
    await writeFile(file, bytes)
    expect((await kith(['restore', file, '--identity', key], empty)).code).toBe(0)
  })
})
