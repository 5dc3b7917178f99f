import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accountOf, launch, visit, visitAs } from './browser.ts'
import { openVault } from './desk.ts'
import { kindOf, linksOf } from './links.ts'
import { checked } from './look.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

/** Enough for every page of the demonstration, and an end for a site that links for ever. */
const MOST = 120

const ROLES = [
  'content-editor',
  'safeguarding-officer',
  'safeguarding-lead',
  'manager',
  'data-protection-officer',
  'administrator',
  'engagement-officer',
] as const

/** How often a page of the same make was looked at, by whichever role: looking is what takes the time. */
const looks = new Map<string, number>()
const ENOUGH = 2

async function lookedAt(page: Page, kind: string): Promise<string[]> {
  const parts = await page.getByRole('main').locator('h1, h2, button, label, legend, th').allTextContents()
  const make = [kind, ...new Set(parts)].join('|')
  const count = looks.get(make) ?? 0
  looks.set(make, count + 1)
  return count < ENOUGH ? checked(page) : []
}

/** Walks every link from a start. Returns what was found wrong, and every path that was seen. */
async function crawl(
  page: Page,
  starts: readonly string[],
  stay: RegExp,
): Promise<{ wrong: string[]; seen: string[] }> {
  const queue = [...starts]
  const seen: string[] = []
  const kinds = new Map<string, number>()
  const known = new Set(starts)
  const wrong: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of (4|5)\d\d/.test(message.text()))
      wrong.push(`${page.url()} console: ${message.text()}`)
  })
  page.on('pageerror', (error) => wrong.push(`${page.url()} script: ${error.message}`))
  for (let path = queue.shift(); path && seen.length < MOST; path = queue.shift()) {
    const count = kinds.get(kindOf(path)) ?? 0
    if (count >= 2) continue
    kinds.set(kindOf(path), count + 1)
    const reply = await page.goto(path)
    if (!reply?.headers()['content-type']?.includes('text/html')) continue
    seen.push(path)
    if (reply.status() >= 400) wrong.push(`${path} answers ${reply.status()}`)
    if ((await page.evaluate(() => document.querySelectorAll('h1').length)) !== 1)
      wrong.push(`${path} has not one h1`)
    for (const link of await linksOf(page))
      if (stay.test(link) && !known.has(link)) {
        known.add(link)
        queue.push(link)
      }
    wrong.push(...(await lookedAt(page, kindOf(path))))
  }
  return { wrong, seen }
}

const STAFF = /^\/staff(?!.*sign-out)/

describe('every page, looked at', () => {
  it('of the public site', async () => {
    const { context, page } = await visit(browser)
    const { wrong, seen } = await crawl(
      page,
      ['/', '/concerns', '/concerns/receipt', '/sign-in', '/nothing-here'],
      /^\/(?!staff|assets|sitemap\.xml)/,
    )
    expect(wrong.filter((line) => line !== '/nothing-here answers 404')).toEqual([])
    expect(seen.length).toBeGreaterThan(12)
    expect(await context.cookies()).toEqual([])
    await context.close()
  })

  it.each(ROLES)('of the %s', async (role) => {
    const { context, page } = await visitAs(browser, accountOf(role))
    const first = await crawl(page, ['/staff'], STAFF)
    expect(first.wrong).toEqual([])
    expect(first.seen.length).toBeGreaterThan(1)
    await context.close()
  })

  it('of the safeguarding officer with the vault open', async () => {
    const account = accountOf('safeguarding-officer')
    const { context, page } = await visitAs(browser, account)
    await openVault(page, account)
    const { wrong, seen } = await crawl(page, ['/staff/concerns'], /^\/staff\/concerns/)
    expect(wrong).toEqual([])
    expect(seen.some((path) => /\/staff\/concerns\/[0-9a-f-]{36}$/.test(path))).toBe(true)
    await context.close()
  })
})
