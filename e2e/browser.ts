import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { inject } from 'vitest'
import type { Account } from './kith.ts'
import { totp } from './totp.ts'

const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-gpu',
]
const SYSTEM_CHROMIUM = '/usr/bin/chromium'
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

export const DESKTOP = { width: 1280, height: 900 }
/** A small, cheap telephone. */
export const PHONE = { width: 320, height: 640 }

export async function launch(): Promise<Browser> {
  return chromium.launch({
    args: QUIET,
    chromiumSandbox: process.getuid?.() !== 0,
    ...(existsSync(SYSTEM_CHROMIUM) ? { executablePath: SYSTEM_CHROMIUM } : {}),
  })
}

/** A fresh browser profile on our site; `script: false` is a browser with script off. */
export async function visit(
  browser: Browser,
  options: { script?: boolean; viewport?: typeof DESKTOP; base?: string } = {},
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({
    baseURL: options.base ?? inject('url'),
    javaScriptEnabled: options.script ?? true,
    viewport: options.viewport ?? DESKTOP,
    bypassCSP: false,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  return { context, page }
}

/** The demonstration's account for a role; `nth` for roles that several people hold. */
export function accountOf(role: string, nth = 0): Account {
  const account = inject('accounts').filter((one) => one.role === role)[nth]
  if (!account) throw new Error(`the demonstration has no ${role} number ${nth}`)
  return account
}

// A code works once: the same account signing in again waits for the next half minute.
const used = new Map<string, number>()
async function freshCode(account: Account): Promise<string> {
  const last = used.get(account.email) ?? 0
  const now = Math.floor(Date.now() / 30_000)
  // The server allows one step of drift, so the next code is good already.
  const step = Math.max(now, last + 1)
  if (step > now + 1) await new Promise((resolve) => setTimeout(resolve, (step - 1) * 30_000 - Date.now()))
  used.set(account.email, step)
  return totp(account.totpSecret ?? '', step * 30_000)
}

/** Signs in through the pages, password and code. */
export async function signIn(page: Page, account: Account): Promise<void> {
  await page.goto('/sign-in')
  await page.fill('input[autocomplete=username]', account.email)
  await page.fill('input[autocomplete=current-password]', account.password)
  await page.click('main button[type=submit], main button:not([type])')
  await page.fill('input[autocomplete=one-time-code]', await freshCode(account))
  await page.click('main button[type=submit], main button:not([type])')
  await page.waitForURL(/\/staff/)
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
