import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tryLock } from '../src/platform/db/embedded/lock.ts'
import { launch, PHONE, visit } from './browser.ts'
import { type RunningKith, startKith } from './kith.ts'
import { checked, heading, main, press } from './look.ts'
import { receiptOn, toCheck, toWorry } from './raise.ts'

let browser: Browser
let kith: RunningKith
beforeAll(async () => {
  browser = await launch()
  kith = await startKith()
})
afterAll(async () => {
  await browser.close()
  await kith.stop()
})

/** Ends the database, and keeps the supervisor from starting it again until `release()`. */
async function takeDatabaseAway(): Promise<{ release(): Promise<void> }> {
  const opening = await tryLock(kith.data, 'opening', { waitSeconds: 10 })
  if (!opening) throw new Error('the database is being started')
  const postmaster = Number(
    readFileSync(join(kith.data, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0],
  )
  process.kill(postmaster, 'SIGQUIT')
  await expect.poll(ready, { timeout: 20_000 }).toBe(503)
  return opening
}

const ready = async () => (await fetch(`${kith.url}/readyz`)).status
const statusOf = async (page: Page, path: string) => (await page.goto(path))?.status()

describe('with the database away', () => {
  it('kept pages answer, others show the numbers, what was written is kept, and all comes back by itself', async () => {
    const { context, page } = await visit(browser, { base: kith.url, viewport: PHONE })
    for (const path of ['/', '/prevent-in-communities']) expect(await statusOf(page, path)).toBe(200)
    await toWorry(page)
    await toCheck(page, 'Written while the database went')
    const database = await takeDatabaseAway()

    const other = await visit(browser, { base: kith.url, viewport: PHONE })
    for (const path of ['/', '/prevent-in-communities']) expect(await statusOf(other.page, path)).toBe(200)
    expect(await main(other.page)).toContain('57 parents')
    for (const path of ['/what-we-hold', '/sitemap', '/nothing-here']) {
      const reply = await other.page.goto(path)
      expect([path, reply?.status(), reply?.headers()['retry-after']]).toEqual([path, 503, '30'])
      const text = await main(other.page)
      for (const number of ['999', '0800 011 3764', '020 7641 6032']) expect(text).toContain(number)
      expect(await checked(other.page)).toEqual([])
    }
    expect((await fetch(`${kith.url}/healthz`)).status).toBe(200)
    await other.page.goto('/concerns')
    expect(await main(other.page)).toContain('0800 011 3764')
    expect(await checked(other.page)).toEqual([])

    await press(page, 'Send')
    expect(await heading(page)).toBe('We could not send it yet')
    expect(await main(page)).toContain('999')
    expect(await checked(page)).toEqual([])
    await press(page, 'Try again')
    expect(await heading(page)).toBe('We could not send it yet')

    await database.release()
    await expect.poll(ready, { timeout: 60_000, interval: 500 }).toBe(200)
    await press(page, 'Try again')
    expect((await receiptOn(page)).words.split(' ')).toHaveLength(7)
    expect(await statusOf(other.page, '/what-we-hold')).toBe(200)
    await other.context.close()
    await context.close()
  })
})
