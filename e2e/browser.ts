import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { inject } from 'vitest'
import { enter, open, type Visit } from './chromium.ts'
import type { Account } from './kith.ts'
import { totp } from './totp.ts'

export { DESKTOP, launch, PHONE } from './chromium.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** A fresh browser profile on our site. */
export const visit = (
  browser: Browser,
  options: Visit = {},
): Promise<{ context: BrowserContext; page: Page }> => open(browser, options.base ?? inject('url'), options)

/** The demonstration's account for a role; `nth` for roles that several people hold. */
export function accountOf(role: string, nth = 0): Account {
  const account = inject('accounts').filter((one) => one.role === role)[nth]
  if (!account) throw new Error(`the demonstration has no ${role} number ${nth}`)
  return account
}

// A code works once, whichever test file spends it: the same account signing in again waits for the next half minute.
export async function freshCode(account: Pick<Account, 'email' | 'totpSecret'>): Promise<string> {
  const spent = join(inject('notes'), `${account.email}.code`)
  const last = existsSync(spent) ? Number(readFileSync(spent, 'utf8')) : 0
  const now = Math.floor(Date.now() / 30_000)
  // The server allows one step of drift, so the next code is good already.
  const step = Math.max(now, last + 1)
  if (step > now + 1) await new Promise((resolve) => setTimeout(resolve, (step - 1) * 30_000 - Date.now()))
  writeFileSync(spent, String(step))
  return totp(account.totpSecret ?? '', step * 30_000)
}

/** Signs in through the pages, password and code. */
export async function signIn(page: Page, account: Account): Promise<void> {
  await page.goto('/sign-in')
  await giveCredentials(page, account)
  await page.waitForURL(/\/staff/)
}

/** Answers the two questions of the sign-in page that is shown. */
export const giveCredentials = async (page: Page, account: Account): Promise<void> =>
  enter(page, account, await freshCode(account))

/** A browser profile in which somebody is signed in; one session of theirs serves all tests. */
export async function visitAs(
  browser: Browser,
  account: Account,
  options: Visit = {},
): Promise<{ context: BrowserContext; page: Page }> {
  const kept = join(inject('notes'), `${account.email}.json`)
  if (!existsSync(kept)) {
    const { context, page } = await visit(browser)
    await signIn(page, account)
    await context.storageState({ path: kept })
    await context.close()
  }
  return visit(browser, { ...options, storageState: kept })
}

/** What axe finds wrong with the page as it stands: WCAG 2.2 AA and best practice. Needs script on. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE)
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
    }
    const { violations } = await axe.run()
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
    )
  })
  return found
}

/** Whether anything makes the page scroll sideways. */
export async function overflows(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1)
}
