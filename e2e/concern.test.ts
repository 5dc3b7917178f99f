import type { Browser, Page, Response } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch, PHONE, visit } from './browser.ts'
import { checked, heading, main, press, seen } from './look.ts'
import { openReceipt, receiptOn, tell, toCheck, toWorry } from './raise.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

/** A resident's small telephone on the site. Whatever happens on it, no cookie may be left there. */
async function asResident(script: boolean, act: (page: Page) => Promise<void>): Promise<void> {
  const { context, page } = await visit(browser, { script, viewport: PHONE })
  await act(page)
  expect(await context.cookies()).toEqual([])
  await context.close()
}

type Kept = { url: string; headers: Record<string, string>; html: string }
const keep = async (reply: Response): Promise<Kept> => ({
  url: reply.url(),
  headers: reply.headers(),
  html: await reply.text(),
})

describe('before the first question', () => {
  it('the telephone numbers come before any field', () =>
    asResident(true, async (page) => {
      await page.goto('/concerns')
      const text = await main(page)
      expect(text.indexOf('999')).toBeGreaterThan(-1)
      expect(text.indexOf('0800 011 3764')).toBeGreaterThan(text.indexOf('999'))
      const first = await page.evaluate(() => {
        const number = document.querySelector('a[href="tel:08000113764"]')
        const field = document.querySelector('input, textarea, select, a[href="/concerns/raise"]')
        return !number || !field ? undefined : number.compareDocumentPosition(field)
      })
      expect(first).toBe(4) // Node.DOCUMENT_POSITION_FOLLOWING
      expect(await checked(page)).toEqual([])
    }))

  it('every page of the journey can be left, kept by nobody, and found by no search', () =>
    asResident(false, async (page) => {
      const pages: Promise<Kept>[] = []
      page.on('response', (reply) => {
        if (reply.request().isNavigationRequest() && reply.status() < 300) pages.push(keep(reply))
      })
      const { words } = await tell(page, 'A page at a time')
      await openReceipt(page, words)
      const kept = await Promise.all(pages)
      expect(kept.length).toBeGreaterThan(10)
      for (const { url, headers, html } of kept) {
        expect([url, headers['cache-control'], headers['set-cookie']]).toEqual([url, 'no-store', undefined])
        expect(html).toMatch(/<meta name="robots" content="noindex/)
        expect(html).toContain('Exit this page')
        for (const word of words.split(' ')) expect(url).not.toContain(word)
      }
    }))
})

async function askedToSendAgain(page: Page, going: Promise<unknown>): Promise<void> {
  await expect(going).rejects.toThrow('ERR_CACHE_MISS')
  await page.waitForURL('chrome-error://chromewebdata/')
}

describe.each([
  { how: 'with script', script: true },
  { how: 'with script off', script: false },
])('telling, $how', ({ script }) => {
  it('one sentence is enough for a receipt, which opens by its words and by its digits', () =>
    asResident(script, async (page) => {
      const { words, digits } = await tell(page, 'My neighbour has changed')
      expect(words.split(' ')).toHaveLength(7)
      await page.getByText('Write down your receipt now').waitFor()
      await page.getByLabel('Type your receipt to be sure').fill(digits)
      await press(page, 'Check it')
      await page.getByText('That is right').waitFor()
      for (const typed of [words.toUpperCase(), digits.replaceAll(' ', '')]) {
        await openReceipt(page, typed)
        expect(await heading(page)).toBe('What you sent us')
        await page.getByText('There is no reply yet').waitFor()
      }
      await page.getByLabel('Your message').fill('It happened again today')
      await press(page, 'Send message')
      await page.getByText('We have your message').waitFor()
      await page.getByText('It happened again today').waitFor()
    }))

  it('an empty worry is asked again, with a link to the field, and loses nothing', () =>
    asResident(script, async (page) => {
      await page.goto('/concerns')
      await press(page, 'Start now')
      await page.getByLabel('No', { exact: true }).check()
      await press(page, 'Continue')
      await press(page, 'Continue')
      const summary = page.getByRole('alert')
      expect(await seen(summary)).toContain('Tell us what worries you')
      if (script)
        expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('There is a problem')
      await summary.getByRole('link', { name: 'Tell us what worries you' }).click()
      if (script)
        expect(
          await page.getByLabel('What worries you?').evaluate((it) => it === document.activeElement),
        ).toBe(true)
      expect(await page.title()).toMatch(/^Error: /)
      await toCheck(page, 'Now it is here')
      expect(await main(page)).toMatch(/Is anyone in danger now\?\s+No\s/)
    }))

  it('danger now leads to 999 first, and sending stays possible', () =>
    asResident(script, async (page) => {
      await page.goto('/concerns')
      await press(page, 'Start now')
      await page.getByLabel('Yes', { exact: true }).check()
      await press(page, 'Continue')
      expect(await heading(page)).toBe('Call 999 now')
      expect(await page.getByRole('link', { name: '999' }).getAttribute('href')).toBe('tel:999')
      await press(page, 'Continue to write to us')
      await toCheck(page, 'He said he will do it tonight')
      await press(page, 'Send')
      expect((await receiptOn(page)).words.split(' ')).toHaveLength(7)
    }))

  it('Back and Change keep every answer', () =>
    asResident(script, async (page) => {
      await toWorry(page)
      await page.getByLabel('What worries you?').fill('First words')
      await press(page, 'Continue')
      await page.getByLabel('When did this happen?').fill('Last week')
      await press(page, 'Back')
      expect(await page.getByLabel('What worries you?').inputValue()).toBe('First words')
      await press(page, 'Continue')
      expect(await page.getByLabel('When did this happen?').inputValue()).toBe('Last week')
      for (const _ of ['when', 'person', 'reply', 'language']) await press(page, 'Continue')
      await press(page, /^Change.*What worries you/)
      await page.getByLabel('What worries you?').fill('Better words')
      await press(page, 'Continue')
      expect(await heading(page)).toBe('Check your answers')
      const all = await main(page)
      expect(all).toContain('Better words')
      expect(all).toContain('Last week')
      expect(all).not.toContain('First words')
    }))

  // Chromium keeps no page that answers a post and may not be stored (HTTPMethodNotGET): it asks to send the form
  // again. That stores nothing, so it may be said yes to, and Forward brings back what was typed since.
  it('the browser’s own Back and Forward are no dead end', () =>
    asResident(script, async (page) => {
      await page.goto('/concerns')
      await press(page, 'Start now')
      await page.getByLabel('No', { exact: true }).check()
      await press(page, 'Continue')
      await page.getByLabel('What worries you?').fill('Words before Back')
      await press(page, 'Continue')
      await page.getByLabel('When did this happen?').waitFor()
      await askedToSendAgain(page, page.goBack())
      await page.reload()
      await page.getByLabel('What worries you?').waitFor()
      await askedToSendAgain(page, page.goForward())
      await page.reload()
      await page.getByLabel('When did this happen?').waitFor()
      for (const _ of ['when', 'person', 'reply', 'language']) await press(page, 'Continue')
      expect(await main(page)).toMatch(/danger now\?\s+No\s.*Words before Back/s)
    }))

  it('two tabs never mix', () =>
    asResident(script, async (page) => {
      const other = await page.context().newPage()
      await toWorry(page)
      await toWorry(other)
      await toCheck(page, 'Told in the first tab')
      await toCheck(other, 'Told in the second tab')
      await press(page, 'Send')
      await press(other, 'Send')
      const [one, two] = [await receiptOn(page), await receiptOn(other)]
      expect(one.words).not.toBe(two.words)
    }))
})

describe('sending', () => {
  it('the same page sent twice gives one receipt', () =>
    asResident(true, async (page) => {
      await toWorry(page)
      await toCheck(page, 'Pressed twice')
      const [action, sealed] = await page.evaluate(() => {
        const form = document.querySelector<HTMLFormElement>('main form')
        return [form?.action ?? '', form?.querySelector<HTMLInputElement>('input[name=sealed]')?.value ?? '']
      })
      const send = () => page.request.post(action, { form: { sealed }, maxRedirects: 0 })
      const [first, second] = await Promise.all([send(), send()])
      expect([first.status(), second.status()]).toEqual([303, 303])
      const receipts: string[] = []
      for (const reply of [first, second]) {
        await page.goto(reply.headers().location ?? '')
        receipts.push((await receiptOn(page)).words)
      }
      expect(receipts[0]).toBe(receipts[1])
    }))
})

describe('leaving at once', () => {
  it('Exit this page leads away by a click, with script and without', async () => {
    for (const script of [true, false])
      await asResident(script, async (page) => {
        await page
          .context()
          .route('https://www.bbc.co.uk/**', (route) => route.fulfill({ body: 'The weather' }))
        await toWorry(page)
        await page.getByRole('button', { name: 'Exit this page' }).click()
        await page.waitForURL('https://www.bbc.co.uk/weather')
      })
  })

  it('pressing Shift three times leads away', () =>
    asResident(true, async (page) => {
      await page
        .context()
        .route('https://www.bbc.co.uk/**', (route) => route.fulfill({ body: 'The weather' }))
      await toWorry(page)
      await page.getByLabel('What worries you?').waitFor()
      await page.waitForLoadState() // pages do without their script until it is there
      for (const _ of [1, 2, 3]) await page.keyboard.press('Shift')
      await page.waitForURL('https://www.bbc.co.uk/weather')
    }))
})

describe('every state of the journey, looked at', () => {
  it('questions, errors, check, sent and receipt', () =>
    asResident(true, async (page) => {
      const wrong: string[] = []
      const look = async () => wrong.push(...(await checked(page)))
      await page.goto('/concerns')
      await press(page, 'Start now')
      await look()
      await page.getByLabel('Yes', { exact: true }).check()
      await press(page, 'Continue')
      await look()
      await press(page, 'Continue to write to us')
      await look()
      await press(page, 'Continue')
      await look()
      await page.getByLabel('What worries you?').fill('x'.repeat(10_001))
      await press(page, 'Continue')
      await look()
      await page.getByLabel('What worries you?').fill(`${'Wort'.repeat(40)}\nصديقي تغيّر`)
      for (const _ of ['worry', 'when', 'person']) {
        await press(page, 'Continue')
        await look()
      }
      for (const way of ['Telephone', 'Email', 'Letter']) {
        await page.getByLabel(way, { exact: true }).check()
        await press(page, 'Continue')
        await look()
      }
      await page.getByLabel('Only on this website, with my receipt').check()
      await press(page, 'Continue')
      await look()
      await press(page, 'Continue')
      await look()
      await press(page, 'Send')
      await look()
      const { digits } = await receiptOn(page)
      await page.getByLabel('Type your receipt to be sure').fill('wrong')
      await press(page, 'Check it')
      await look()
      await openReceipt(page, 'wrong wrong wrong')
      await look()
      await openReceipt(page, digits)
      await look()
      await press(page, 'Send message')
      await look()
      await page.goto('/concerns/sent')
      await look()
      expect(wrong).toEqual([])
    }))
})
