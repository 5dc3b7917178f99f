import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accountOf, launch, PHONE, visit, visitAs } from './browser.ts'
import { checked, heading, main, press, problems, seen } from './look.ts'
import { shingles } from './shingles.ts'

const PAGE = '/prevent-in-communities'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

describe('the page that the product comes from', () => {
  it('is one step from the front page, and quotes each figure with its source and date', async () => {
    const { context, page } = await visit(browser, { viewport: PHONE })
    await page.goto('/')
    await page.getByRole('main').getByRole('link', { name: 'Working with communities' }).first().click()
    expect(new URL(page.url()).pathname).toBe(PAGE)
    const text = await main(page)
    for (const fact of [
      '4 series',
      '57 parents',
      'more than 10 series',
      '6 sessions',
      'May 2016',
      '16 to 24',
      '999',
    ])
      expect(text).toContain(fact)
    const figures = page.getByRole('region', { name: 'Figures on this page' })
    for (const figure of ['4 series', '57 parents', 'more than 10 series']) {
      const row = figures
        .getByRole('row')
        .filter({ has: page.getByRole('rowheader', { name: figure, exact: true }) })
      expect(await seen(row)).toMatch(/Prevent in communities.*24 January 2019/s)
    }
    expect(text).toMatch(/Review overdue since \d+ \w+ \d{4}/)
    expect(text).toMatch(/Last updated: \d+ \w+ \d{4}/)
    expect(await checked(page)).toEqual([])
    await context.close()
  })

  it('is found at its old address', async () => {
    const { context, page } = await visit(browser)
    await page.goto('/prevent-communities')
    expect(new URL(page.url()).pathname).toBe(PAGE)
    await context.close()
  })

  it('has no sentence of its source', async () => {
    const source = new Set(
      readFileSync(new URL('./source-shingles.txt', import.meta.url), 'utf8').split('\n'),
    )
    expect(source.size).toBeGreaterThan(500)
    const { context, page } = await visit(browser)
    for (const path of ['/', PAGE]) {
      await page.goto(path)
      const said = shingles(await seen(page.locator('body')))
      expect(said.size).toBeGreaterThan(20)
      expect([...said].filter((one) => source.has(one))).toEqual([])
    }
    await context.close()
  })
})

describe('rating the page', () => {
  it.each([
    { how: 'with script', script: true },
    { how: 'with script off', script: false },
  ])(
    'No with a comment thanks, leaves no cookie, and reaches the editors without a sender, $how',
    async ({ how, script }) => {
      const { context, page } = await visit(browser, { script, viewport: PHONE })
      const comment = `I looked for opening times, ${how}`
      await page.goto(PAGE)
      await press(page, /^No\b.*not useful/)
      expect(await main(page)).toContain('We have counted your answer')
      expect(await main(page)).toContain('Do not report a concern here')
      await page.getByLabel(/What were you doing/).fill(comment)
      if (script) expect(await checked(page)).toEqual([])
      await press(page, 'Send your comment')
      expect(await heading(page)).toBe('Thank you')
      if (script) expect(await checked(page)).toEqual([])
      expect(await context.cookies()).toEqual([])
      await context.close()

      const editor = await visitAs(browser, accountOf('content-editor'))
      await editor.page.goto('/staff/ratings/comments')
      const entry = editor.page.locator('dl').filter({ hasText: comment })
      expect(await entry.locator('dt').allInnerTexts()).toEqual(['Page', 'Day', 'Useful', 'Comment'])
      expect(await seen(entry)).toMatch(/Working with communities, version \d+/)
      expect(await checked(editor.page)).toEqual([])
      await editor.context.close()
    },
  )

  it('a comment that is too long is not lost', async () => {
    const { context, page } = await visit(browser, { viewport: PHONE })
    await page.goto(PAGE)
    await press(page, /^Yes\b.*is useful/)
    await page.getByLabel(/What were you doing/).fill('x'.repeat(5001))
    await press(page, 'Send your comment')
    await problems(page)
    expect((await page.getByLabel(/What were you doing/).inputValue()).length).toBe(5001)
    expect(await checked(page)).toEqual([])
    await context.close()
  })
})
