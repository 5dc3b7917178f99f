import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DESKTOP, launch, overflows, PHONE, violations } from '../e2e/browser.ts'
import { stylesheet } from '../scripts/assets/stylesheet.ts'
import { SUPPORTED_SCRIPT_HASH } from '../src/ui/index.ts'
import { GALLERY } from './kit/pages.tsx'

const POLICY = `default-src 'none'; script-src 'self' '${SUPPORTED_SCRIPT_HASH}'; style-src 'self'; img-src 'self' data:`

const GOVUK = readFileSync(
  createRequire(import.meta.url).resolve('govuk-frontend/dist/govuk/govuk-frontend.min.js'),
  'utf8',
)
const START = readFileSync(new URL('../src/ui/script/kith.js', import.meta.url), 'utf8').replace(
  "'govuk-frontend'",
  "'/govuk-frontend'",
)

let browser: Browser
let css: string
beforeAll(async () => {
  css = stylesheet()
  browser = await launch()
})
afterAll(() => browser.close())

/** A page of the kit under the security policy of the real ones, answered without any server. */
async function open(page: Page, html: string): Promise<string[]> {
  const refused: string[] = []
  page.on('console', (message) => message.type() === 'error' && refused.push(message.text()))
  await page.route('**/*', (route) => {
    const path = new URL(route.request().url()).pathname
    if (path === '/kith.css') return route.fulfill({ contentType: 'text/css', body: css })
    if (path === '/kith.js') return route.fulfill({ contentType: 'text/javascript', body: START })
    if (path === '/govuk-frontend') return route.fulfill({ contentType: 'text/javascript', body: GOVUK })
    return route.fulfill({
      contentType: 'text/html',
      body: html,
      headers: { 'content-security-policy': POLICY },
    })
  })
  await page.goto('http://kit.test/')
  // The script started: it takes the boxes' conditional parts in hand, tabs and the menu.
  await page.waitForFunction(() => document.querySelector('[data-govuk-skip-link-init]'))
  return refused
}

describe.each(Object.entries(GALLERY))('the %s page of the kit', (_, render) => {
  it.each(['ltr', 'rtl'] as const)('is for everyone, %s', async (dir) => {
    const page = await browser.newPage({ viewport: DESKTOP })
    const refused = await open(page, render(dir))
    expect(await violations(page)).toEqual([])
    await page.setViewportSize(PHONE)
    expect(await violations(page)).toEqual([])
    expect(await overflows(page)).toBe(false)
    expect(refused).toEqual([])
    await page.close()
  })
})

it('lays the same page out from the other side', async () => {
  const page = await browser.newPage({ viewport: DESKTOP })
  const startOf = async (dir: 'ltr' | 'rtl') => {
    await open(page, GALLERY.journey(dir))
    return page.evaluate(() => {
      const width = document.documentElement.clientWidth
      const places = ['.govuk-back-link', '.govuk-error-summary', '#colour', '.govuk-input', '.govuk-button']
      return places.map((place) => {
        const box = document.querySelector(`.govuk-width-container ${place}`)?.getBoundingClientRect()
        if (!box) throw new Error(`the page has no ${place}`)
        return Math.round(document.documentElement.dir === 'rtl' ? width - box.right : box.left)
      })
    })
  }
  expect(await startOf('rtl')).toEqual(await startOf('ltr'))
  await page.close()
})

it('shows what a chosen answer asks further, and tells no untruth about it', async () => {
  const page = await browser.newPage({ viewport: PHONE })
  await open(page, GALLERY.journey('ltr'))
  expect(await page.isVisible('#conditional-colour')).toBe(false)
  await page.check('#colour')
  expect(await page.isVisible('#conditional-colour')).toBe(true)
  expect(await violations(page)).toEqual([])
  await page.close()
})
