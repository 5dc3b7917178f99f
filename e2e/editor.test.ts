import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accountOf, launch, visit, visitAs } from './browser.ts'
import { checked, heading, main, press, problems, seen } from './look.ts'

const SLUG = 'working-with-schools'

let browser: Browser
let editor: { context: BrowserContext; page: Page }
let overview = ''
beforeAll(async () => {
  browser = await launch()
  editor = await visitAs(browser, accountOf('content-editor'))
})
afterAll(() => browser.close())

async function write(page: Page, text: { title?: string; summary: string; body: string; reason: string }) {
  if (text.title) await page.getByLabel('Title').fill(text.title)
  await page.getByLabel('Summary').fill(text.summary)
  await page.getByLabel('Text', { exact: true }).fill(text.body)
  await page.getByLabel('Why are you changing this page?').fill(text.reason)
}

async function publishNow(page: Page): Promise<void> {
  await press(page, 'Send for review')
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await page.getByLabel('Now', { exact: true }).check()
  await press(page, 'Publish')
  await page.getByText('Published', { exact: true }).first().waitFor()
}

/** What somebody who comes for the first time finds at an address: browsers keep a page for a minute. */
async function asReader(path: string): Promise<{ status: number | undefined; text: string; path: string }> {
  const { context, page } = await visit(browser, { script: false })
  const reply = await page.goto(path)
  const found = { status: reply?.status(), text: await main(page), path: new URL(page.url()).pathname }
  await context.close()
  return found
}

/** A year in which a page may be set to be published. */
const YEAR = String(new Date().getFullYear() + 1)

describe('a page', () => {
  it('goes from draft to review to the public, at once', async () => {
    const { page } = editor
    await page.goto('/staff/pages')
    await page.getByRole('button', { name: 'Add a page' }).click()
    await press(page, 'Add page')
    await problems(page)
    expect(await checked(page)).toEqual([])
    await page.getByLabel('Title').fill('Working with schools')
    await page.getByLabel('Address').fill(SLUG)
    await press(page, 'Add page')
    await page.getByText('Now write its text').waitFor()
    await press(page, 'Save draft')
    await problems(page)
    expect(await checked(page)).toEqual([])
    await write(page, {
      summary: 'How we work with schools.',
      body: '# Visits\n\nWe visit on Mondays.',
      reason: 'First text',
    })
    await press(page, 'Save draft')
    overview = new URL(page.url()).pathname
    expect(await checked(page)).toEqual([])
    expect((await asReader(`/${SLUG}`)).status).toBe(404)
    await publishNow(page)
    expect(await checked(page)).toEqual([])
    expect(await asReader(`/${SLUG}`)).toMatchObject({
      status: 200,
      text: expect.stringContaining('Mondays'),
    })
  })

  it('changes with a reason, and shows what changed', async () => {
    const { page } = editor
    await page.goto(overview)
    await press(page, 'Write a new version')
    await write(page, {
      summary: 'How we work with schools.',
      body: '# Visits\n\nWe visit on Fridays.',
      reason: 'The day has changed',
    })
    await press(page, 'Save draft')
    await press(page, 'Send for review')
    await page.getByRole('link', { name: 'Look at it and share a preview' }).click()
    expect(await seen(page.locator('ins'))).toContain('Fridays')
    expect(await seen(page.locator('del'))).toContain('Mondays')
    expect(await main(page)).toContain('The day has changed')
    expect(await checked(page)).toEqual([])
    const preview = await page.getByRole('link', { name: 'Preview link' }).getAttribute('href')
    const { text } = await asReader(preview ?? '')
    expect(text).toContain('We visit on Fridays.')
    expect(text).toContain('It may not be published')
    expect((await asReader(`/${SLUG}`)).text).toContain('We visit on Mondays.')
  })

  it('can be published at a time, and that be taken back', async () => {
    const { page } = editor
    await page.goto(overview)
    await press(page, 'Publish')
    await page.getByLabel('At a time that you set').check()
    await page.getByLabel('Day', { exact: true }).fill('30')
    await page.getByLabel('Month', { exact: true }).fill('2')
    await page.getByLabel('Year', { exact: true }).fill(YEAR)
    await press(page, 'Publish')
    await problems(page)
    expect(await page.getByLabel('Year', { exact: true }).inputValue()).toBe(YEAR)
    expect(await checked(page)).toEqual([])
    await page.getByLabel('Day', { exact: true }).fill('28')
    await page.getByLabel('Time', { exact: true }).fill('09:00')
    await press(page, 'Publish')
    expect(await main(page)).toContain('Publishes later')
    expect(await checked(page)).toEqual([])
    expect((await asReader(`/${SLUG}`)).text).toContain('We visit on Mondays.')
    await press(page, 'Withdraw before it is published')
    expect(await main(page)).toContain('Draft')
  })

  it('written in two tabs shows both texts, and loses neither', async () => {
    const { page, context } = editor
    const other = await context.newPage()
    for (const tab of [page, other]) {
      await tab.goto(overview)
      await press(tab, 'Edit the draft')
    }
    await page.getByLabel('Text', { exact: true }).fill('# Visits\n\nThe first tab says Tuesdays.')
    await press(page, 'Save draft')
    await page.getByText(/Draft of version \d+ saved/).waitFor()
    await other.getByLabel('Text', { exact: true }).fill('# Visits\n\nThe second tab says Sundays.')
    await press(other, 'Save draft')
    expect(await seen(other.locator('del'))).toContain('Tuesdays')
    expect(await seen(other.locator('ins'))).toContain('Sundays')
    expect(await other.getByLabel('Text', { exact: true }).inputValue()).toContain(
      'The second tab says Sundays.',
    )
    expect(await checked(other)).toEqual([])
    await press(other, 'Save draft')
    await other.getByText(/Draft of version \d+ saved/).waitFor()
    await other.close()
  })

  it('moves, and its old address leads to the new one', async () => {
    const { page } = editor
    await page.goto(`${overview}/place`)
    await page.getByLabel('Address').fill('schools')
    await page.getByLabel('Months between reviews').fill('none')
    await press(page, 'Save')
    await problems(page)
    expect(await checked(page)).toEqual([])
    await page.getByLabel('Months between reviews').fill('6')
    await press(page, 'Save')
    await page.getByText('Saved', { exact: true }).waitFor()
    expect((await asReader(`/${SLUG}`)).path).toBe('/schools')
    await page.goto('/staff/pages/redirects')
    expect(await main(page)).toContain(`/${SLUG}`)
    await press(page, 'Add')
    await problems(page)
    expect(await checked(page)).toEqual([])
    await page.getByLabel('Old address', { exact: true }).fill('/from-a-leaflet')
    await page.getByLabel('Leads to').selectOption({ label: 'Working with schools (/schools)' })
    await press(page, 'Add')
    expect((await asReader('/from-a-leaflet')).path).toBe('/schools')
  })

  it('is archived, and brought back', async () => {
    const { page } = editor
    await page.goto(overview)
    await press(page, 'Archive this page')
    await page.getByText('Page archived').waitFor()
    expect(await checked(page)).toEqual([])
    expect((await asReader('/schools')).status).toBe(404)
    await press(page, 'Bring this page back')
    await page.getByText('Page brought back').waitFor()
    expect((await asReader('/schools')).status).toBe(200)
  })
})

describe('the overdue page', () => {
  it('is listed, and marked as reviewed', async () => {
    const { page } = editor
    await page.goto('/staff/pages')
    await page.getByRole('link', { name: 'Show overdue pages' }).click()
    expect(await checked(page)).toEqual([])
    expect(await main(page)).toContain('Working with communities')
    expect(await heading(page)).toBe('Pages')
    await page
      .getByLabel(/Search/)
      .first()
      .fill('no such page')
    await press(page, 'Search')
    expect(await main(page)).toContain('No pages match')
    expect(await checked(page)).toEqual([])
  })
})
