import type { Page } from 'playwright-core'
import type { Account } from './kith.ts'
import { press } from './look.ts'

export const DESK = '/staff/concerns'

/** Opens the vault, if it is not open to this browser already. */
export async function openVault(page: Page, account: Account): Promise<void> {
  await page.goto(`${DESK}/vault`)
  const passphrase = page.getByLabel('Vault passphrase')
  if (!(await passphrase.isVisible())) return
  await passphrase.fill(account.vaultPassphrase ?? '')
  await press(page, 'Open the vault')
  await page.getByText('The vault is open. It locks').waitFor()
}

/** Writes down a concern that came by telephone. Comes back with the address of its page, which is shown. */
export async function record(page: Page, worry: string): Promise<string> {
  await page.goto(`${DESK}/new`)
  await fillRecord(page, worry)
  await page.getByRole('group', { name: 'Do they want a receipt?' }).getByLabel('No').check()
  await press(page, 'Save concern')
  await page.getByText('Concern saved').waitFor()
  return new URL(page.url()).pathname
}

export async function fillRecord(page: Page, worry: string): Promise<void> {
  await page.getByRole('group', { name: 'Is anyone in danger now?' }).getByLabel('No').check()
  await page.getByLabel('What worries them?').fill(worry)
  await page.getByLabel('Telephone', { exact: true }).check()
}

/** On the page of a decision: ticks the routes and says why. */
export async function fillDecision(page: Page, routes: readonly string[], reason: string): Promise<void> {
  for (const route of routes) await page.getByLabel(route, { exact: true }).check()
  await page.getByLabel('Why did you decide this?').fill(reason)
}

/** Decides, and comes back to the concern. */
export async function decide(
  page: Page,
  concern: string,
  routes: readonly string[],
  reason: string,
): Promise<void> {
  await page.goto(`${concern}/decide`)
  await fillDecision(page, routes, reason)
  await press(page, 'Save decision')
  await page.getByText('Decision saved').waitFor()
}

/** Searches the open vault and opens the one concern that is found. */
export async function findConcern(page: Page, words: string): Promise<string> {
  await page.goto(`${DESK}/search`)
  await page.getByLabel('Words to search for').fill(words)
  await page.getByLabel('To find a concern that I work on').check()
  await press(page, 'Search')
  await page.getByRole('heading', { name: '1 concern found' }).waitFor()
  await page.getByRole('rowheader').getByRole('link').click()
  await page.getByRole('heading', { level: 1, name: /^Concern / }).waitFor()
  return new URL(page.url()).pathname
}
