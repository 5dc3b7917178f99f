import { beforeAll, describe, expect, it } from 'vitest'
import { type Colleague, type TestApp, testApp, type Visitor } from '../../../../test/app.ts'
import { hidden } from '../../../../test/colleagues.ts'
import { totpCode } from '../sign-in/totp.ts'

const PASSWORD = 'otter lantern gravel'
let test: TestApp
let admin: Colleague
beforeAll(async () => {
  test = await testApp()
  admin = await test.as('administrator')
})

let made = 0
async function invite(name = 'Sam Field'): Promise<{ link: string; email: string }> {
  made += 1
  const email = `sam${made}@example.org`
  const page = await admin.post('/staff/people/invite', { name, email, roles: ['content-editor'] })
  return { link: page.body.match(/\/invitation\/[\w-]{43}/)?.[0] ?? '', email }
}

const secretOf = (html: string): string =>
  (html.match(/<bdi>((?:[A-Z2-7]{4} ?)+)<\/bdi>/)?.[1] ?? '').replaceAll(' ', '')

async function choosePassword(browser: Visitor, link: string) {
  const page = await browser.post(link, { password: PASSWORD, again: PASSWORD })
  return { page, setup: hidden(page.body, 'setup'), secret: secretOf(page.body) }
}

async function setUp(browser: Visitor, link: string) {
  const { setup, secret } = await choosePassword(browser, link)
  const done = await browser.post(`${link}/app`, { setup, code: totpCode(secret, test.clock.now()) })
  return { done, secret, setup }
}

describe('an invitation', () => {
  it('sets up password, app and ten recovery codes, and signs in', async () => {
    const { link, email } = await invite()
    const browser = test.visitor()
    const start = await browser.get(link)
    expect(start.body).toContain('Sam Field')
    expect(start.body).toMatch(/<input[^>]*name="password"[^>]*autocomplete="new-password"/)
    expect(start.headers['cache-control']).toBe('no-store')
    const { page } = await choosePassword(browser, link)
    expect(page.body).toContain('<svg')
    expect(page.body).not.toContain('style=')
    const { done, secret } = await setUp(browser, link)
    expect(done.statusCode).toBe(200)
    expect(new Set(done.body.match(/[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/g))).toHaveLength(10)
    expect((await browser.get('/staff')).body).toContain('Sam Field')
    test.clock.advance({ seconds: 60 })
    const elsewhere = test.visitor()
    const asked = await elsewhere.post('/sign-in', { email, password: PASSWORD })
    const code = totpCode(secret, test.clock.now())
    expect(
      (await elsewhere.post('/sign-in/code', { ticket: hidden(asked.body, 'ticket'), code })).statusCode,
    ).toBe(303)
  })

  it('works once, even for two at the same moment', async () => {
    const { link } = await invite()
    const { setup, secret } = await choosePassword(test.visitor(), link)
    const code = totpCode(secret, test.clock.now())
    const both = await Promise.all([1, 2].map(() => test.visitor().post(`${link}/app`, { setup, code })))
    expect(both.map((reply) => reply.statusCode).sort()).toEqual([200, 404])
    expect((await test.visitor().get(link)).statusCode).toBe(404)
  })

  it('answers a used, old, taken-back and unknown link alike', async () => {
    const used = (await invite()).link
    await setUp(test.visitor(), used)
    const old = (await invite()).link
    test.clock.advance({ hours: 24 * 7 })
    const admin2 = await test.again(admin.person)
    const bodies = []
    for (const link of [used, old, `/invitation/${'A'.repeat(43)}`, '/invitation/x']) {
      const reply = await test.visitor().get(link)
      expect(reply.statusCode).toBe(404)
      bodies.push(reply.body)
    }
    expect(new Set(bodies).size).toBe(1)
    admin = admin2
  })

  it('needs a right code, and keeps the same secret while it is wrong', async () => {
    const { link } = await invite()
    const browser = test.visitor()
    const { setup, secret } = await choosePassword(browser, link)
    for (const code of ['', '000000', 'abc', '1234567']) {
      const again = await browser.post(`${link}/app`, { setup, code })
      expect(again.statusCode).toBe(422)
      expect(secretOf(again.body)).toBe(secret)
    }
    expect((await browser.get('/staff')).statusCode).toBe(303)
  })

  it('takes no setup of another link', async () => {
    const mine = await invite()
    const { setup, secret } = await choosePassword(test.visitor(), mine.link)
    const other = await invite()
    const reply = await test
      .visitor()
      .post(`${other.link}/app`, { setup, code: totpCode(secret, test.clock.now()) })
    expect(reply.statusCode).toBe(303)
    expect(reply.headers.location).toBe(other.link)
  })

  it.each([
    ['', '', 'Enter a password'],
    ['short', 'short', '12 characters or more'],
    ['Password2026!!', 'Password2026!!', 'harder to guess'],
    ['sam field rules', 'sam field rules', 'your name or email address'],
    [PASSWORD, `${PASSWORD}!`, 'Enter the same password twice'],
    ['x'.repeat(201), 'x'.repeat(201), '200 characters or fewer'],
    ['x'.repeat(5000), 'x'.repeat(5000), '200 characters or fewer'],
  ])('refuses the password %#', async (password, again, message) => {
    const { link } = await invite()
    const reply = await test.visitor().post(link, { password, again })
    expect(reply.statusCode).toBe(422)
    expect(reply.body).toContain(message)
    if (password.length > 5) expect(reply.body).not.toContain(password)
  })
})

describe('a link for somebody who has an account', () => {
  it('replaces password, app and codes, and ends every session', async () => {
    const { link, email } = await invite('Kim Reed')
    const before = test.visitor()
    const { done } = await setUp(before, link)
    const oldCode = done.body.match(/[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/)?.[0] ?? ''
    const [row] = await test.database.sql<{ id: string; version: number }>(
      'select id, version from identity.person where email = $1',
      [email],
    )
    const page = await admin.post(`/staff/people/${row?.id}/link`, { version: row?.version })
    const again = page.body.match(/\/invitation\/[\w-]{43}/)?.[0] ?? ''
    const after = test.visitor()
    expect((await after.get(again)).body).toContain('replace the old ones')
    await after
      .post(again, { password: 'violet anchor biscuit', again: 'violet anchor biscuit' })
      .then((step) =>
        after.post(`${again}/app`, {
          setup: hidden(step.body, 'setup'),
          code: totpCode(secretOf(step.body), test.clock.now()),
        }),
      )
    expect((await after.get('/staff')).statusCode).toBe(200)
    expect((await before.get('/staff')).statusCode).toBe(303)
    expect((await before.post('/sign-in', { email, password: PASSWORD })).statusCode).toBe(422)
    const stolen = await test
      .visitor()
      .post('/sign-in', { email, password: 'violet anchor biscuit', recoveryCode: oldCode })
    expect(stolen.statusCode).toBe(422)
  })
})
