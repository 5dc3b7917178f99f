// npm run screenshots: starts a demonstration and writes a picture of each kind of page, wide and narrow, to
// screenshots/, for people to look at.
import { mkdir, rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { DESKTOP, enter, launch, open, PHONE } from './chromium.ts'
import { openVault } from './desk.ts'
import { startKith } from './kith.ts'
import { kindOf, linksOf } from './links.ts'
import { press } from './look.ts'
import { toCheck } from './raise.ts'
import { totp } from './totp.ts'

const FOLDER = fileURLToPath(new URL('../screenshots/', import.meta.url))

/** A picture of the page as it stands, wide and narrow. */
async function shoot(page: Page, name: string): Promise<void> {
  const file = name.replaceAll(/[^a-z0-9]+/gi, '-').replaceAll(/^-|-$/g, '') || 'home'
  for (const size of [DESKTOP, PHONE]) {
    await page.setViewportSize(size)
    await page.screenshot({ path: `${FOLDER}${file}.${size.width}.png`, fullPage: true })
  }
}

/** Kinds of page that a picture was taken of already, whoever saw them. */
const taken = new Set<string>()

async function shootAll(page: Page, folder: string, starts: readonly string[], stay: RegExp): Promise<void> {
  const queue = [...starts]
  for (let path = queue.shift(); path; path = queue.shift()) {
    // each role's own start page is drawn for it
    const kind = starts.includes(path) ? `${folder} ${path}` : kindOf(path)
    if (taken.has(kind)) continue
    taken.add(kind)
    const reply = await page.goto(path)
    if (!reply?.headers()['content-type']?.includes('text/html')) continue
    await shoot(page, `${folder} ${kindOf(path)}`)
    queue.push(...(await linksOf(page)).filter((link) => stay.test(link)))
  }
}

/** The pages that answer a post: no link leads to them. */
async function shootJourney(page: Page): Promise<void> {
  const shots: string[] = []
  const next = async (name: string) => {
    shots.push(name)
    await shoot(page, `journey ${shots.length} ${name}`)
  }
  await page.goto('/concerns/raise')
  await page.getByLabel('Yes', { exact: true }).check()
  await press(page, 'Continue')
  await next('call-999')
  await press(page, 'Continue to write to us')
  await press(page, 'Continue')
  await next('worry-error')
  await page.getByLabel('What worries you?').fill('My friend has changed')
  for (const step of ['when', 'person', 'reply']) {
    await press(page, 'Continue')
    await next(step)
  }
  await page.getByLabel('Telephone', { exact: true }).check()
  await press(page, 'Continue')
  await next('reply-error')
  await page.goto('/concerns/raise')
  await press(page, 'Continue')
  await toCheck(page, 'My friend has changed')
  await next('check')
  await press(page, 'Send')
  await next('sent')
}

async function shootRoles(
  browser: Browser,
  { url, accounts }: Awaited<ReturnType<typeof startKith>>,
): Promise<void> {
  for (const account of accounts) {
    const { context, page } = await open(browser, url)
    await page.goto('/sign-in')
    await enter(page, account, totp(account.totpSecret ?? ''))
    await page.waitForURL(/\/staff/)
    const stay = /^\/staff(?!.*sign-out)(?!.*\?)/
    await shootAll(page, account.role, ['/staff'], stay)
    if (account.vaultPassphrase) {
      await openVault(page, account)
      await shootAll(
        page,
        `${account.role} open`,
        ['/staff/concerns', '/staff/concerns/vault', '/staff/concerns/new'],
        stay,
      )
    }
    await context.close()
  }
}

await rm(FOLDER, { recursive: true, force: true })
await mkdir(FOLDER, { recursive: true })
const kith = await startKith()
const browser = await launch()
try {
  const { page } = await open(browser, kith.url)
  await shootAll(
    page,
    'public',
    ['/', '/concerns', '/concerns/receipt', '/sign-in', '/nothing-here'],
    /^\/(?!staff|assets|sitemap\.xml)/,
  )
  await shootJourney(page)
  await shootRoles(browser, kith)
} finally {
  await browser.close()
  await kith.stop()
}
