import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accountOf, launch, PHONE, visit, visitAs } from './browser.ts'
import { DESK, decide, fillDecision, fillRecord, findConcern, openVault, record } from './desk.ts'
import { checked, heading, main, press, problems, seen } from './look.ts'
import { openReceipt, tell } from './raise.ts'

const OFFICER = accountOf('safeguarding-officer')
const SECOND = accountOf('safeguarding-officer', 1)

let browser: Browser
let officer: { context: BrowserContext; page: Page }
let second: { context: BrowserContext; page: Page }
beforeAll(async () => {
  browser = await launch()
  officer = await visitAs(browser, OFFICER)
  second = await visitAs(browser, SECOND)
  await openVault(officer.page, OFFICER)
  await openVault(second.page, SECOND)
})
afterAll(() => browser.close())

describe('a concern that a resident sent', () => {
  it('is found, read, noted and answered, and the reply shows by the receipt alone', async () => {
    const { page } = officer
    const resident = await visit(browser, { viewport: PHONE, script: false })
    const { words } = await tell(resident.page, 'Lighthouse zebra: my cousin talks of nothing else')
    await page.goto(`${DESK}?show=open&sort=newest`)
    expect(await main(page)).not.toContain('zebra')
    expect(await checked(page)).toEqual([])
    await findConcern(page, 'zebra lighthouse')
    expect(await main(page)).toContain('my cousin talks of nothing else')
    expect(await checked(page)).toEqual([])
    await press(page, 'Take this concern')
    await page.getByText('Concern assigned').waitFor()
    await page.getByRole('link', { name: 'Add a note' }).click()
    await press(page, 'Save note')
    expect(await checked(page)).toEqual([])
    await page.getByLabel('Note').fill('Ask the school on Monday')
    await press(page, 'Save note')
    await press(page, /^Reply/)
    await press(page, 'Send reply')
    expect(await checked(page)).toEqual([])
    await page.getByLabel('Your reply').fill('Thank you. We will look into it.')
    await press(page, 'Send reply')
    expect(await main(page)).toMatch(/Ask the school on Monday/)

    await openReceipt(resident.page, words)
    const told = await main(resident.page)
    expect(told).toContain('Thank you. We will look into it.')
    expect(told).not.toContain('Ask the school')
    await resident.context.close()
  })
})

describe('deciding', () => {
  it('children and police together wait for the police’s first check and for a second officer', async () => {
    const { page } = officer
    const concern = await record(page, 'Two cousins and a list of names')
    await page.goto(`${concern}/decide`)
    await press(page, 'Save decision')
    expect(await problems(page)).toContain('Enter a reason')
    expect(await checked(page)).toEqual([])
    await fillDecision(page, ['Children’s safeguarding', 'Police'], 'A child may be hurt')
    await press(page, 'Save decision')
    const shown = await main(page)
    expect(shown).toContain('Not yet, awaiting the police’s first check')
    expect(shown).toContain('Do not contact the person, their family or partners')
    expect(shown).toContain('Waiting for a second officer')
    expect(await page.getByRole('button', { name: 'Check the hand-over to the police' }).count()).toBe(0)
    expect(await checked(page)).toEqual([])

    await page.goto(`${concern}/check`)
    expect(await page.getByRole('button', { name: 'Save check' }).count()).toBe(0)
    expect(await main(page)).toContain('Two people look at each hand-over')
    expect(await checked(page)).toEqual([])

    await second.page.goto(concern)
    await second.page.getByRole('button', { name: 'Check the hand-over to the police' }).click()
    await press(second.page, 'Save check')
    expect(await checked(second.page)).toEqual([])
    await second.page.getByLabel('Yes, confirm the hand-over').check()
    await second.page.getByLabel('Why?').fill('I see it the same way')
    await press(second.page, 'Save check')
    expect(await main(second.page)).toContain('Confirmed by a second officer')
  })

  it('urgent goes to the police at once, and owes a check within a working day', async () => {
    const { page } = officer
    const concern = await record(page, 'He has a knife in his bag')
    await page.goto(`${concern}/decide`)
    await fillDecision(page, ['Police'], 'Danger today')
    await page.getByLabel('It is urgent and goes to the police at once').check()
    await press(page, 'Save decision')
    expect(await problems(page)).toMatch(/why/i)
    expect(await page.getByLabel('Why did you decide this?').inputValue()).toBe('Danger today')
    expect(await checked(page)).toEqual([])
    await page.getByLabel('Why can it not wait?').fill('He leaves at four')
    await press(page, 'Save decision')
    expect(await main(page)).toMatch(/Sent at once, check owed.*A second officer must check it by/s)
  })

  it('with script off too', async () => {
    const plain = await visitAs(browser, OFFICER, { script: false })
    await openVault(plain.page, OFFICER)
    const concern = await record(plain.page, 'Told without any script')
    await decide(plain.page, concern, ['Advice to whoever raised it'], 'Advice is enough')
    expect(await main(plain.page)).toContain('Advice is enough')
    await plain.context.close()
    await openVault(officer.page, OFFICER)
  })

  it('a stale tab shows both decisions, and loses neither', async () => {
    const { page, context } = officer
    const concern = await record(page, 'Decided in two tabs')
    const other = await context.newPage()
    for (const tab of [page, other]) await tab.goto(`${concern}/decide`)
    await fillDecision(page, ['Adults’ safeguarding'], 'What the first tab says')
    await press(page, 'Save decision')
    await page.getByText('Decision saved').waitFor()
    await fillDecision(other, ['Advice to whoever raised it'], 'What the second tab says')
    await press(other, 'Save decision')
    const both = await main(other)
    expect(both).toContain('What the first tab says')
    expect(both).toContain('What the second tab says')
    expect(await other.getByLabel('Why did you decide this?').inputValue()).toBe('What the second tab says')
    expect(await checked(other)).toEqual([])
    await press(other, 'Save decision')
    expect(await main(other)).toMatch(/What the second tab says.*What the first tab says/s)
    await other.close()
  })
})

describe('stepping back', () => {
  it('an officer with a conflict of interest finds nothing there any more', async () => {
    const { page } = officer
    const concern = await record(page, 'About my own neighbour')
    await page.getByRole('link', { name: /^Step back/ }).click()
    await press(page, 'Step back')
    expect(await checked(page)).toEqual([])
    await page.getByLabel('Why are you stepping back?').fill('I know them')
    await press(page, 'Step back')
    await page
      .getByText(/stepped back/i)
      .first()
      .waitFor()
    expect(await checked(page)).toEqual([])
    const reply = await page.goto(concern)
    expect(reply?.status()).toBe(404)
    expect((await second.page.goto(concern))?.status()).toBe(200)
  })
})

describe('a half-written form', () => {
  it('survives the vault’s locking', async () => {
    const { page, context } = officer
    const concern = await record(page, 'Locked in between')
    await page.goto(`${concern}/note`)
    await page.getByLabel('Note').fill('Half a note, and a long thought')
    const other = await context.newPage()
    await other.goto(`${DESK}/vault`)
    await press(other, 'Lock the vault')
    await other.getByText('The vault is locked').waitFor()
    expect(await checked(other)).toEqual([])
    await other.close()
    await press(page, 'Save note')
    expect(await heading(page)).toBe('Open the vault')
    expect(await main(page)).toContain('They are kept on this page')
    expect(await checked(page)).toEqual([])
    await page.getByLabel('Vault passphrase').fill('not this one')
    await press(page, 'Open the vault')
    await problems(page)
    expect(await checked(page)).toEqual([])
    await page.getByLabel('Vault passphrase').fill(OFFICER.vaultPassphrase ?? '')
    await press(page, 'Open the vault')
    await press(page, 'Go on and save my answers')
    expect(await main(page)).toContain('Half a note, and a long thought')
  })
})

describe('what came by telephone', () => {
  it('is written down, with a receipt to read out that opens it', async () => {
    const { page } = officer
    await page.goto(`${DESK}/new`)
    await press(page, 'Save concern')
    await problems(page)
    expect(await checked(page)).toEqual([])
    await fillRecord(page, 'Somebody rang about a flag')
    await page.getByRole('group', { name: 'Do they want a receipt?' }).getByLabel('Yes').check()
    await press(page, 'Save concern')
    expect(await heading(page)).toMatch(/Give them this receipt/)
    expect(await checked(page)).toEqual([])
    const digits = await seen(page.getByText(/^\d{4}( \d{4}){6}$/))
    const resident = await visit(browser, { viewport: PHONE })
    await openReceipt(resident.page, digits)
    expect(await heading(resident.page)).toBe('What you sent us')
    await resident.context.close()
  })

  it('a search that finds nothing says so, and one without a reason is not made', async () => {
    const { page } = officer
    await page.goto(`${DESK}/search`)
    await page.getByLabel('Words to search for').fill('nowhere-to-be-found')
    await press(page, 'Search')
    await problems(page)
    expect(await checked(page)).toEqual([])
    await page.getByLabel('To check how concerns are dealt with').check()
    await press(page, 'Search')
    await page.getByRole('heading', { name: '0 concerns found' }).waitFor()
    expect(await checked(page)).toEqual([])
  })
})

describe('a concern’s address', () => {
  it('is to anybody else as one that does not exist, byte for byte', async () => {
    const id = (await record(officer.page, 'For safeguarding officers alone')).split('/').at(-1) ?? ''
    const unknown = `${id.slice(0, -4)}0000`
    const others = [
      await visit(browser),
      await visitAs(browser, accountOf('engagement-officer')),
      await visitAs(browser, accountOf('administrator')),
    ]
    for (const { context } of others) {
      const answer = async (which: string) => {
        const reply = await context.request.get(`${DESK}/${which}`, { maxRedirects: 0 })
        const { date: _, ...headers } = reply.headers()
        // whoever is not signed in is asked to, and comes back to what they asked for
        return [reply.status(), JSON.stringify(headers), await reply.text()]
          .join('\n')
          .replaceAll(which, ':id')
      }
      expect(await answer(id)).toBe(await answer(unknown))
      await context.close()
    }
    expect((await officer.page.goto(`${DESK}/${id}`))?.status()).toBe(200)
  })
})
