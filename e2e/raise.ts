import type { Page } from 'playwright-core'
import { press, seen } from './look.ts'

export type Receipt = { readonly words: string; readonly digits: string }

/** From the front door to the question "What worries you?". */
export async function toWorry(page: Page): Promise<void> {
  await page.goto('/concerns')
  await press(page, 'Start now')
  await press(page, 'Continue')
}

/** From "What worries you?" to "Check your answers", answering nothing else. */
export async function toCheck(page: Page, worry: string): Promise<void> {
  await page.getByLabel('What worries you?').fill(worry)
  for (const _ of ['worry', 'when', 'person', 'reply', 'language']) await press(page, 'Continue')
}

/** Tells only what worries, and comes back with the receipt. */
export async function tell(page: Page, worry: string): Promise<Receipt> {
  await toWorry(page)
  await toCheck(page, worry)
  await press(page, 'Send')
  return receiptOn(page)
}

/** The receipt as the page shows it: seven words, and seven groups of four digits. */
export async function receiptOn(page: Page): Promise<Receipt> {
  const shown = page.getByRole('group').filter({ hasText: 'Your receipt' })
  const words = await shown.getByRole('listitem').allInnerTexts()
  const digits = await seen(shown.getByText(/^\d{4}( \d{4}){6}$/))
  return { words: words.join(' '), digits }
}

/** Opens the conversation that a receipt leads to. */
export async function openReceipt(page: Page, receipt: string): Promise<void> {
  await page.goto('/concerns/receipt')
  await page.getByLabel('What is your receipt?').fill(receipt)
  await press(page, 'Continue')
}
