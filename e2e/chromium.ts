import { existsSync } from 'node:fs'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import type { Account } from './kith.ts'

const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-gpu',
]
const SYSTEM_CHROMIUM = '/usr/bin/chromium'

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

/** `script: false` is a browser with script off. */
export type Visit = { script?: boolean; viewport?: typeof DESKTOP; base?: string; storageState?: string }

/** A fresh browser profile on a site. */
export async function open(
  browser: Browser,
  base: string,
  { script = true, viewport = DESKTOP, storageState }: Visit = {},
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({
    baseURL: base,
    javaScriptEnabled: script,
    viewport,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    ...(storageState ? { storageState } : {}),
  })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  return { context, page }
}

/** Signs in through the pages, password and code. */
export async function enter(page: Page, account: Account, code: string): Promise<void> {
  await page.getByLabel('Email address').fill(account.email)
  await page.getByLabel('Password', { exact: true }).fill(account.password)
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByLabel('Security code').fill(code)
  await page.getByRole('button', { name: 'Sign in' }).click()
}
