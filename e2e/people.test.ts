import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accountOf, freshCode, giveCredentials, launch, signIn, visit, visitAs } from './browser.ts'
import type { Account } from './kith.ts'
import { checked, heading, main, press, problems, seen } from './look.ts'

const NAME = 'Robin Example'
const EMAIL = 'robin@people.example'
const PASSWORD = 'kettle orbit marmalade'

let browser: Browser
let administrator: { context: BrowserContext; page: Page }
let robin: { context: BrowserContext; page: Page }
let account: Account
beforeAll(async () => {
  browser = await launch()
  administrator = await visitAs(browser, accountOf('administrator'))
  robin = await visit(browser)
})
afterAll(() => browser.close())

/** Opens the page of the person who was invited. */
async function openRobin(page: Page): Promise<void> {
  await page.goto('/staff/people')
  await page.getByLabel('Search by name or email address').fill('robin')
  await press(page, 'Search')
  await page.getByRole('link', { name: NAME }).click()
  await page.getByRole('heading', { level: 1, name: NAME }).waitFor()
}

describe('inviting somebody', () => {
  let link = ''

  it('gives a link, once', async () => {
    const { page } = administrator
    await page.goto('/staff/people')
    await page.getByRole('button', { name: 'Invite somebody' }).click()
    await press(page, 'Make the link')
    await problems(page)
    expect(await checked(page)).toEqual([])
    await page.getByLabel('Name', { exact: true }).fill(NAME)
    await page.getByLabel('Email address').fill(EMAIL)
    await page.getByLabel('Content editor').check()
    await press(page, 'Make the link')
    expect(await heading(page)).toBe('Hand over this link')
    expect(await checked(page)).toEqual([])
    link = await seen(page.getByText(/^https?:\S+\/invitation\/\S+$/))
  })

  it('in a browser of their own they choose a password, set up their app, keep recovery codes, and are in', async () => {
    const { page } = robin
    await page.goto(new URL(link).pathname)
    await page.getByLabel('Password', { exact: true }).fill('password')
    await press(page, 'Continue')
    await problems(page)
    expect(await checked(page)).toEqual([])
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await page.getByLabel('Type the password again').fill(PASSWORD)
    await press(page, 'Continue')
    await page.getByText('I cannot scan the code').click()
    const totpSecret = (await seen(page.getByText(/^[A-Z2-7]{4}( [A-Z2-7]{1,4})+$/))).replaceAll(' ', '')
    account = { role: 'content-editor', email: EMAIL, password: PASSWORD, totpSecret }
    await page.getByLabel('Security code').fill('000000')
    await press(page, 'Continue')
    await problems(page)
    expect(await checked(page)).toEqual([])
    await page.getByLabel('Security code').fill(await freshCode(account))
    await press(page, 'Continue')
    expect(await heading(page)).toMatch(/Keep these recovery codes/)
    expect(await page.getByRole('main').getByRole('listitem').count()).toBe(10)
    expect(await checked(page)).toEqual([])
    await press(page, 'I have kept my codes')
    expect(await heading(page)).toBe(`Hello ${NAME}`)
    expect(await checked(page)).toEqual([])
  })

  it('the link works no second time', async () => {
    const { context, page } = await visit(browser)
    await page.goto(new URL(link).pathname)
    expect(await heading(page)).toBe('This link does not work')
    expect(await checked(page)).toEqual([])
    await context.close()
  })
})

describe('a safeguarding role', () => {
  it('takes two people: who proposed it cannot agree, another can', async () => {
    const { page } = administrator
    await openRobin(page)
    await page.getByRole('button', { name: 'Give a role' }).click()
    await press(page, 'Continue')
    await problems(page)
    expect(await checked(page)).toEqual([])
    await page.getByLabel('Safeguarding officer').check()
    await press(page, 'Continue')
    expect(await main(page)).toContain('Waiting for a second person')
    expect(await main(page)).toContain('You proposed this. Somebody else must agree to it')
    expect(await page.getByRole('button', { name: /^Agree/ }).count()).toBe(0)
    expect(await checked(page)).toEqual([])
    await robin.page.goto('/staff')
    expect(await main(robin.page)).not.toContain('Concerns')

    const manager = await visitAs(browser, accountOf('manager'))
    await openRobin(manager.page)
    expect(await checked(manager.page)).toEqual([])
    await press(manager.page, /^Agree/)
    await manager.page.getByText('Role agreed', { exact: true }).waitFor()
    await manager.context.close()
    await robin.page.goto('/staff')
    await robin.page.getByRole('link', { name: 'Concerns', exact: true }).first().click()
    expect(await main(robin.page)).toContain('Set your vault passphrase')
    expect(await checked(robin.page)).toEqual([])
  })
})

describe('signing out', () => {
  it('by time keeps a half-written form for its writer', async () => {
    const { page } = robin
    await page.goto('/staff/pages/new')
    await page.getByLabel('Title').fill('Half a page')
    await page.getByLabel('Address').fill('half-a-page')
    const elsewhere = await visit(browser)
    await signIn(elsewhere.page, account)
    await elsewhere.page.goto('/staff/account')
    await press(elsewhere.page, /^Sign out the one of/)
    await elsewhere.context.close()
    await press(page, 'Add page')
    expect(await heading(page)).toBe('Sign in')
    expect(await main(page)).toContain('What you wrote is kept')
    expect(await checked(page)).toEqual([])
    await giveCredentials(page, account)
    await page.getByText('Nothing you wrote is lost').waitFor()
    expect(await checked(page)).toEqual([])
    await press(page, 'Go on with what I wrote')
    await page.getByText('Page added').waitFor()
  })

  // Whose it was cannot be known any more, and no browser goes back to a page that may not be stored.
  it('by hand in another tab shows what was written, to be copied', async () => {
    const { page, context } = robin
    await page.goto('/staff/pages/new')
    await page.getByLabel('Title').fill('Another half of a page')
    const other = await context.newPage()
    await other.goto('/staff')
    await press(other, 'Sign out')
    await other.close()
    await press(page, 'Add page')
    expect(await main(page)).toContain('Another half of a page')
    expect(await checked(page)).toEqual([])
    await giveCredentials(page, account)
    await page.waitForURL(/\/staff/)
  })

  it('everywhere ends every session', async () => {
    const { page, context } = robin
    const elsewhere = await context.newPage()
    await page.goto('/staff/account')
    expect(await checked(page)).toEqual([])
    await press(page, 'Sign out everywhere')
    expect(await heading(page)).toBe('Sign in')
    await elsewhere.goto('/staff')
    expect(await heading(elsewhere)).toBe('Sign in')
    await context.close()
  })

  it('an administrator closes the account, and is asked nothing that loses the last administrator', async () => {
    const { page } = administrator
    await openRobin(page)
    await press(page, /^Close/)
    await page.getByRole('alert', { name: 'Success' }).waitFor()
    expect(await checked(page)).toEqual([])
    await page.goto('/staff/people')
    expect(await checked(page)).toEqual([])
  })
})
