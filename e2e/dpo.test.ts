import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accountOf, launch, visit, visitAs } from './browser.ts'
import { openVault, record } from './desk.ts'
import { checked, heading, main, press, problems, seen } from './look.ts'

let browser: Browser
let dpo: { context: BrowserContext; page: Page }
beforeAll(async () => {
  browser = await launch()
  dpo = await visitAs(browser, accountOf('data-protection-officer'))
})
afterAll(() => browser.close())

describe('the data protection officer', () => {
  it('sets why a kind of record is held, and what we hold says so at once', async () => {
    const { page } = dpo
    await page.goto('/staff/records')
    expect(await checked(page)).toEqual([])
    await page.getByRole('link', { name: 'What readers say about pages' }).click()
    const kind = await heading(page)
    await page.getByLabel('Months until it is deleted').fill('never')
    await press(page, 'Save')
    await problems(page)
    expect(await checked(page)).toEqual([])
    await page.getByLabel('Legal basis').fill('Article 6(1)(e), public task: to improve these pages')
    await page.getByLabel('Months until it is deleted').fill('18')
    await press(page, 'Save')
    await page.getByRole('alert', { name: 'Success' }).waitFor()
    const { context, page: reader } = await visit(browser)
    await reader.goto('/what-we-hold')
    const section = reader.getByRole('region', { name: kind.split('\n').at(-1) ?? '', exact: true })
    expect(await seen(section)).toContain('public task: to improve these pages')
    expect(await seen(section)).toContain('1 year')
    expect(await checked(reader)).toEqual([])
    await context.close()
  })

  it('a stale tab shows what is set now and what was written', async () => {
    const { page, context } = dpo
    const other = await context.newPage()
    for (const tab of [page, other]) await tab.goto('/staff/records/ratings')
    await page.getByLabel('Data controller').fill('The council, says the first tab')
    await press(page, 'Save')
    await page
      .getByRole('alert')
      .filter({ hasText: /set|saved/i })
      .waitFor()
    await other.getByLabel('Data controller').fill('The council, says the second tab')
    await press(other, 'Save')
    expect(await main(other)).toContain('The council, says the first tab')
    expect(await other.getByLabel('Data controller').inputValue()).toBe('The council, says the second tab')
    expect(await checked(other)).toEqual([])
    await other.close()
  })

  it('reads who read what, in both logs, and no word of what they read', async () => {
    const account = accountOf('safeguarding-officer')
    const officer = await visitAs(browser, account)
    await openVault(officer.page, account)
    const concern = await record(officer.page, 'Umbrella quokka')
    const ref = (await heading(officer.page)).replace(/^Concern /, '')
    await officer.page.goto(concern)
    await officer.context.close()

    const { page } = dpo
    await page.goto('/staff/concerns/log')
    const log = await main(page)
    expect(log).toMatch(/Demonstration safeguarding officer/i)
    expect(log).toContain('Read the concern')
    expect(log).toContain('Recorded the concern')
    expect(log).not.toContain('quokka')
    expect(await checked(page)).toEqual([])
    await page.goto('/staff/log')
    const open = await main(page)
    expect(open).not.toContain('quokka')
    expect(open).not.toContain(ref)
    expect(await checked(page)).toEqual([])
    expect((await page.goto(concern))?.status()).toBe(404)
  })

  it('today’s seal is public', async () => {
    const { context, page } = await visit(browser)
    const seal = async () => {
      await page.goto('/what-we-hold')
      return seen(page.getByRole('region', { name: 'Today’s seals' }).locator('code'))
    }
    // the log is sealed each minute
    await expect.poll(seal, { timeout: 90_000, interval: 3_000 }).toMatch(/^([0-9a-f]{8} ){7}[0-9a-f]{8}/)
    await context.close()
  })
})
