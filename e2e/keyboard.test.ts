import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accountOf, launch, visit, visitAs } from './browser.ts'
import { openVault, record } from './desk.ts'
import { heading, main } from './look.ts'
import { receiptOn } from './raise.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

/** More stops than any page has. */
const MOST = 120

/** What has the focus: its name as a person would call it, and whether one can see that it has the focus. */
async function focused(page: Page): Promise<{ name: string; visible: boolean }> {
  return page.evaluate(() => {
    const it = document.activeElement
    if (!(it instanceof HTMLElement) || it === document.body) return { name: '', visible: true }
    const labels = 'labels' in it ? [...((it as HTMLInputElement).labels ?? [])] : []
    const name = (labels[0] ?? it).textContent?.replaceAll(/\s+/g, ' ').trim() ?? ''
    // radios and checkboxes draw their ring beside themselves
    const drawn = [getComputedStyle(it), ...labels.map((label) => getComputedStyle(label, '::before'))]
    const visible = drawn.some((style) => style.outlineStyle !== 'none' || style.boxShadow !== 'none')
    return { name, visible }
  })
}

/** Presses Tab until something of this name has the focus. Every stop on the way must show that it is one. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  await page.waitForLoadState()
  for (let stop = 0; stop < MOST; stop++) {
    await page.keyboard.press('Tab')
    const now = await focused(page)
    expect(now).toMatchObject({ visible: true })
    if (typeof name === 'string' ? now.name === name : name.test(now.name)) return
  }
  throw new Error(`Tab never reached ${name} on ${page.url()}`)
}

async function go(page: Page, name: string | RegExp): Promise<void> {
  await tabTo(page, name)
  await Promise.all([page.waitForEvent('domcontentloaded'), page.keyboard.press('Enter')])
  await page.waitForLoadState()
}

describe('with the keyboard alone', () => {
  it('a resident skips to the content, tells, and gets a receipt', async () => {
    const { context, page } = await visit(browser, { viewport: { width: 320, height: 256 } })
    await page.goto('/concerns')
    await page.keyboard.press('Tab')
    expect((await focused(page)).name).toBe('Skip to main content')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main-content')
    await go(page, 'Start now')
    await tabTo(page, 'Yes')
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
    expect((await focused(page)).name).toBe('No')
    await go(page, 'Continue')
    await tabTo(page, 'What worries you?')
    await page.keyboard.type('My friend has changed')
    await go(page, 'Continue')
    for (const _ of ['when', 'person', 'reply', 'language']) await go(page, 'Continue')
    expect(await main(page)).toMatch(/danger now\?\s+No\s.*My friend has changed/s)
    await go(page, /^Change.*What worries you/)
    await tabTo(page, 'What worries you?')
    await page.keyboard.press('End')
    await page.keyboard.type(' a lot')
    await go(page, 'Continue')
    expect(await main(page)).toContain('My friend has changed a lot')
    await go(page, 'Send')
    expect((await receiptOn(page)).words.split(' ')).toHaveLength(7)
    await context.close()
  })

  it('Exit this page is the second stop', async () => {
    const { context, page } = await visit(browser)
    await page.goto('/concerns')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    expect((await focused(page)).name).toBe('Exit this page')
    await context.close()
  })

  it('an officer decides', async () => {
    const account = accountOf('safeguarding-officer')
    const { context, page } = await visitAs(browser, account)
    await openVault(page, account)
    const concern = await record(page, 'Decided without a mouse')
    await page.goto(concern)
    await go(page, 'Take this concern')
    await go(page, 'Decide what should happen')
    await tabTo(page, 'Children’s safeguarding')
    await page.keyboard.press('Space')
    await tabTo(page, 'Police')
    await page.keyboard.press('Space')
    await tabTo(page, 'Why did you decide this?')
    await page.keyboard.type('By keyboard')
    await go(page, 'Save decision')
    expect(await main(page)).toMatch(/By keyboard/)
    expect(await main(page)).toContain('Waiting for a second officer')
    await context.close()
  })

  it('an error summary takes the focus and leads to the field', async () => {
    const { context, page } = await visit(browser)
    await page.goto('/sign-in')
    await go(page, 'Continue')
    expect(await page.title()).toMatch(/^Error: /)
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('There is a problem')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect((await focused(page)).name).toBe('Email address')
    expect(await heading(page)).toBe('Sign in')
    await context.close()
  })
})

describe('at 400% zoom', () => {
  it.each(['/', '/prevent-in-communities', '/concerns', '/what-we-hold', '/contact'])(
    '%s loses nothing',
    async (path) => {
      const wide = await visit(browser)
      const zoomed = await visit(browser, { viewport: { width: 320, height: 256 } })
      const words = async (page: Page) => {
        await page.goto(path)
        return (await main(page)).replaceAll(/\s+/g, ' ')
      }
      expect(await words(zoomed.page)).toBe(await words(wide.page))
      const covered = await zoomed.page.evaluate(
        () =>
          [...document.querySelectorAll('main *')].filter(
            (one) =>
              one.clientWidth > 1 && // what is hidden on purpose is one pixel wide
              one.scrollWidth > one.clientWidth + 1 &&
              getComputedStyle(one).overflowX === 'hidden',
          ).length,
      )
      expect(covered).toBe(0)
      await wide.context.close()
      await zoomed.context.close()
    },
  )
})
