import type { Locator, Page } from 'playwright-core'
import { DESKTOP, overflows, PHONE, violations } from './browser.ts'

const LOOKS = [
  { how: 'at 1280', size: DESKTOP, dir: 'ltr' },
  { how: 'at 1280, right to left', size: DESKTOP, dir: 'rtl' },
  { how: 'at 320, right to left', size: PHONE, dir: 'rtl' },
  { how: 'at 320', size: PHONE, dir: 'ltr' },
] as const

/**
 * Looks at the page as it stands, wide and narrow, left to right and right to left, and puts it back. Returns what
 * is wrong, in words: what axe finds, and whether it scrolls sideways. Needs script on.
 */
export async function checked(page: Page): Promise<string[]> {
  const size = page.viewportSize() ?? DESKTOP
  const dir = await page.evaluate(() => document.documentElement.dir)
  const wrong: string[] = []
  for (const look of LOOKS) {
    await show(page, look.size, look.dir)
    const found = await violations(page)
    if (await overflows(page)) found.push('scrolls sideways')
    wrong.push(...found.map((what) => `${new URL(page.url()).pathname} ${look.how}: ${what}`))
  }
  await show(page, size, dir)
  return wrong
}

async function show(page: Page, size: typeof DESKTOP, dir: string): Promise<void> {
  await page.setViewportSize(size)
  await page.evaluate((to) => {
    document.documentElement.dir = to
  }, dir)
}

/** The words that a person sees there, hidden ones left out. */
export async function seen(what: Locator): Promise<string> {
  await what.page().waitForLoadState('domcontentloaded')
  return (await what.allInnerTexts()).join('\n')
}

/** What a person sees of the page's own part. */
export const main = (page: Page): Promise<string> => seen(page.getByRole('main'))

/** What the page calls itself: its one main heading, whatever stands in it. */
export const heading = (page: Page): Promise<string> => seen(page.getByRole('heading', { level: 1 }))

/** Presses a button, by its whole name, and waits for where it leads. */
export async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
  await page.waitForLoadState('domcontentloaded')
}

/** What the page says is wrong with the answers. */
export function problems(page: Page): Promise<string> {
  const summary = page
    .getByRole('alert')
    .filter({ has: page.getByRole('heading', { name: 'There is a problem' }) })
  return summary.waitFor().then(() => seen(summary))
}
