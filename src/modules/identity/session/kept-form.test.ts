import { beforeAll, describe, expect, it } from 'vitest'
import { type Colleague, type TestApp, testApp } from '../../../../test/app.ts'
import { codeNow, colleague, hidden, signInAs } from '../../../../test/colleagues.ts'
import { createSealer, deriveKey } from '../../../platform/seal.ts'

let test: TestApp
beforeAll(async () => {
  test = await testApp()
})

const LONG = 'Ünïcode & "quotes" <b>\nsecond line'
const draft = {
  name: LONG,
  email: 'new@example.org',
  roles: ['content-editor', 'engagement-officer'],
  passphrase: 'never kept',
}

/** Posts a form in an idle session, and gives the page that asks to sign in again. */
async function lateForm(account: Awaited<ReturnType<typeof colleague>>) {
  const { browser } = await signInAs(test, account)
  test.clock.advance({ minutes: 31 })
  const page = await browser.post('/staff/people/invite', draft)
  return { browser, page, kept: hidden(page.body, 'kept') }
}

describe('a session that ends while somebody writes', () => {
  it('keeps the form through password and code, and posts it on', async () => {
    const account = await colleague(test, 'administrator')
    const { browser, page, kept } = await lateForm(account)
    expect(page.statusCode).toBe(401)
    expect(page.body).not.toContain('never kept')
    const asked = await browser.post('/sign-in', { email: account.email, password: account.password, kept })
    expect(hidden(asked.body, 'kept')).toBe(kept)
    const ticket = hidden(asked.body, 'ticket')
    const wrong = await browser.post('/sign-in/code', { ticket, kept, code: '000000' })
    expect(hidden(wrong.body, 'kept')).toBe(kept)
    const back = await browser.post('/sign-in/code', { ticket, kept, code: codeNow(test, account) })
    expect(back.statusCode).toBe(200)
    expect(back.body).toContain('You were signed out. Nothing you wrote is lost.')
    expect(back.body).toContain('action="/staff/people/invite"')
    expect(back.body).toContain('&lt;b>')
    expect(back.body.match(/name="roles"/g)).toHaveLength(2)
    expect(back.body).not.toContain('passphrase')
    const again = await browser.post('/sign-in/code', { ticket, kept, code: codeNow(test, account) })
    expect(again.body, 'a second click shows the same').toContain('Nothing you wrote is lost')
  })

  it('gives the form to nobody else', async () => {
    const { browser, kept } = await lateForm(await colleague(test, 'administrator'))
    const other = await colleague(test, 'administrator')
    test.clock.advance({ seconds: 60 })
    const asked = await browser.post('/sign-in', { email: other.email, password: other.password, kept })
    const fields = { ticket: hidden(asked.body, 'ticket'), kept, code: codeNow(test, other) }
    const reply = await browser.post('/sign-in/code', fields)
    expect(reply.statusCode).toBe(303)
    expect(reply.body).not.toContain('new@example.org')
    expect((await browser.get(reply.headers.location ?? '')).body).toContain('belongs to somebody else')
  })

  it('takes no form that another key or purpose sealed', async () => {
    const account = await colleague(test, 'administrator')
    const value = { path: '/staff/people', fields: [], owner: null }
    const forged = createSealer(deriveKey(new Uint8Array(32), 'pages')).seal('kept form', value)
    const notice = test.authority.sealer.seal('notice', value)
    for (const kept of [forged, notice, 'AAAA']) {
      test.clock.advance({ seconds: 60 })
      const browser = test.visitor()
      const asked = await browser.post('/sign-in', { email: account.email, password: account.password, kept })
      const fields = { ticket: hidden(asked.body, 'ticket'), kept, code: codeNow(test, account) }
      expect((await browser.post('/sign-in/code', fields)).statusCode).toBe(303)
    }
  })

  it('says so when there is too much to keep', async () => {
    const writer = await test.as('administrator')
    test.clock.advance({ minutes: 31 })
    const page = await writer.post('/staff/people/invite', { name: 'x'.repeat(300_000) })
    expect(page.statusCode).toBe(401)
    expect(page.body).toContain('too long to keep')
  })
})

describe('a page that the signed-out ask for', () => {
  it.each([
    ['/staff', '/sign-in'],
    ['/staff/people?q=ash&page=2', `/sign-in?next=${encodeURIComponent('/staff/people?q=ash&page=2')}`],
  ])('%s leads to %s', async (path, location) => {
    const reply = await test.visitor().get(path)
    expect(reply.statusCode).toBe(303)
    expect(reply.headers.location).toBe(location)
  })

  it.each([
    '//evil.example',
    'https://evil.example/staff',
    '/\\evil.example',
    '/staff\\..\\x',
    'javascript:alert(1)',
    '/concerns',
  ])('never leads on to %s', async (next) => {
    const account = await colleague(test)
    const browser = test.visitor()
    const page = await browser.get(`/sign-in?next=${encodeURIComponent(next)}`)
    expect(hidden(page.body, 'next')).toMatch(/^\/staff/)
    test.clock.advance({ seconds: 60 })
    const asked = await browser.post('/sign-in', { email: account.email, password: account.password, next })
    const fields = { ticket: hidden(asked.body, 'ticket'), next, code: codeNow(test, account) }
    expect((await browser.post('/sign-in/code', fields)).headers.location).toMatch(/^\/staff/)
  })
})

describe('a session', () => {
  const home = (who: Colleague) => who.get('/staff').then((reply) => reply.statusCode)

  it('ends after half an hour of rest, and after twelve hours of work', async () => {
    const idle = await test.as('content-editor')
    test.clock.advance({ minutes: 29 })
    expect(await home(idle)).toBe(200)
    test.clock.advance({ minutes: 31 })
    expect(await home(idle)).toBe(303)
    const busy = await test.as('content-editor')
    const statuses = new Set<number>()
    for (let i = 0; i < 24; i++) {
      test.clock.advance({ minutes: 29 })
      statuses.add(await home(busy))
    }
    expect([...statuses]).toEqual([200])
    test.clock.advance({ minutes: 25 })
    expect(await home(busy)).toBe(303)
  })

  it('is listed, and ends one by one or everywhere', async () => {
    const one = await test.as('manager')
    const two = await test.again(one.person)
    const three = await test.again(one.person)
    const page = await one.get('/staff/account')
    const ends = page.body.match(/\/staff\/account\/sessions\/[\w-]+\/end/g) ?? []
    expect(ends).toHaveLength(2)
    expect(page.body).toContain('This browser')
    await one.post(ends[0] ?? '')
    expect([await home(two), await home(three)].sort()).toEqual([200, 303])
    await one.post('/staff/account/sign-out-everywhere')
    expect([await home(one), await home(two), await home(three)]).toEqual([303, 303, 303])
  })

  it('cannot be ended by somebody else', async () => {
    const victim = await test.as('manager')
    const other = await test.as('administrator')
    const [row] = await test.database.sql<{ id: string }>(
      'select id from identity.session where person_id = $1',
      [victim.person.id],
    )
    await other.post(`/staff/account/sessions/${row?.id}/end`)
    expect(await home(victim)).toBe(200)
  })
})
