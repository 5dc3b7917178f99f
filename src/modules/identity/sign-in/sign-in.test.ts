import { beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../../test/app.ts'
import { codeNow, colleague, hidden, signInAs } from '../../../../test/colleagues.ts'
import type { DemoAccount } from '../index.ts'
import { totpCode } from './totp.ts'

let test: TestApp
beforeAll(async () => {
  test = await testApp()
})

const wrong = (account: DemoAccount) => ({ email: account.email, password: 'not the password at all' })
const right = (account: DemoAccount) => ({ email: account.email, password: account.password })

describe('signing in', () => {
  it('takes a password, then a code, and leads to the staff home', async () => {
    const account = await colleague(test, 'content-editor')
    const { answer, browser } = await signInAs(test, account)
    expect(answer.statusCode).toBe(303)
    expect(answer.headers.location).toMatch(/^\/staff/)
    const cookies = [answer.headers['set-cookie']].flat().join('\n')
    expect(cookies).toMatch(/kith=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax/)
    expect(cookies).not.toContain('Domain')
    const home = await browser.get('/staff')
    expect(home.statusCode).toBe(200)
    expect(home.body).toContain(account.name)
    expect(home.headers['cache-control']).toBe('no-store')
    expect(await test.auditOf(account.id)).toContainEqual({ action: 'person.signed-in', actor: 'sign-in' })
  })

  it('works with correct autocomplete and no script', async () => {
    const page = await test.visitor().get('/sign-in')
    expect(page.body).toMatch(/<input[^>]*name="email"[^>]*autocomplete="username"/)
    expect(page.body).toMatch(/<input[^>]*name="password"[^>]*autocomplete="current-password"/)
    const account = await colleague(test)
    const code = await test.visitor().post('/sign-in', right(account))
    expect(code.body).toMatch(/<input[^>]*name="code"[^>]*autocomplete="one-time-code"/)
  })

  it('gives the password alone no session', async () => {
    const account = await colleague(test)
    const reply = await test.visitor().post('/sign-in', right(account))
    expect(reply.statusCode).toBe(200)
    expect(reply.headers['set-cookie']).toBeUndefined()
  })

  it('answers an unknown address like a wrong password', async () => {
    const account = await colleague(test)
    const known = await test.visitor().post('/sign-in', wrong(account))
    const unknown = await test.visitor().post('/sign-in', { ...wrong(account), email: 'nobody@example.org' })
    expect(known.statusCode).toBe(422)
    expect(unknown.statusCode).toBe(422)
    expect(unknown.body.replaceAll('nobody@example.org', account.email)).toBe(known.body)
  })

  it('refuses a code the second time', async () => {
    const account = await colleague(test)
    const { answer, ticket } = await signInAs(test, account)
    expect(answer.statusCode).toBe(303)
    const again = await test.visitor().post('/sign-in/code', { ticket, code: codeNow(test, account) })
    expect(again.statusCode).toBe(422)
    expect(again.body).toContain('was used before')
  })

  it('takes one of two at once with the same code', async () => {
    const account = await colleague(test)
    test.clock.advance({ seconds: 60 })
    const ticket = hidden((await test.visitor().post('/sign-in', right(account))).body, 'ticket')
    const code = codeNow(test, account)
    const replies = await Promise.all(
      [1, 2, 3].map(() => test.visitor().post('/sign-in/code', { ticket, code })),
    )
    expect(replies.filter((reply) => reply.statusCode === 303)).toHaveLength(1)
  })

  it('takes the code of the step before and after, and no other', async () => {
    const account = await colleague(test)
    const outcomes = []
    for (const seconds of [-60, -30, 30, 60]) {
      test.clock.advance({ minutes: 10 })
      const ticket = hidden((await test.visitor().post('/sign-in', right(account))).body, 'ticket')
      const code = totpCode(account.totpSecret, test.clock.now().add({ seconds }))
      outcomes.push((await test.visitor().post('/sign-in/code', { ticket, code })).statusCode)
    }
    expect(outcomes).toEqual([422, 303, 303, 422])
  })

  it('begins a new session each time, and ends the one that the browser had', async () => {
    const { browser } = await signInAs(test, await colleague(test))
    const before = browser.cookies.get('kith')
    await signInAs(test, await colleague(test), browser)
    expect(browser.cookies.get('kith')).not.toBe(before)
    const old = test.visitor()
    old.cookies.set('kith', before ?? '')
    expect((await old.get('/staff')).statusCode).toBe(303)
  })

  it('takes no token that it did not give, and forgets an old one', async () => {
    const account = await colleague(test)
    const ticket = hidden((await test.visitor().post('/sign-in', right(account))).body, 'ticket')
    test.clock.advance({ minutes: 11 })
    const late = await test.visitor().post('/sign-in/code', { ticket, code: codeNow(test, account) })
    expect(late.statusCode).toBe(422)
    expect(late.body).toContain('Enter your email address and password again')
    const forged = await test
      .visitor()
      .post('/sign-in/code', { ticket: 'AAAA', code: codeNow(test, account) })
    expect(forged.statusCode).toBe(422)
  })

  it('signs out at once', async () => {
    const account = await colleague(test)
    const { browser } = await signInAs(test, account)
    const token = browser.cookies.get('kith') ?? ''
    expect((await browser.post('/sign-out')).statusCode).toBe(303)
    expect(browser.cookies.has('kith')).toBe(false)
    const copied = test.visitor()
    copied.cookies.set('kith', token)
    expect((await copied.get('/staff')).headers.location).toBe('/sign-in')
  })
})

describe('guessing', () => {
  it('meets the limit within twelve wrong passwords, and only waits', async () => {
    const account = await colleague(test)
    const codes = []
    for (let i = 0; i < 12; i++)
      codes.push((await test.visitor().post('/sign-in', wrong(account))).statusCode)
    expect(codes).toEqual([422, 422, 422, 422, 422, 429, 429, 429, 429, 429, 429, 429])
    const blocked = await test.visitor().post('/sign-in', right(account))
    expect(blocked.statusCode).toBe(429)
    expect(blocked.body).toContain('Wait 30 seconds')
    test.clock.advance({ seconds: 31 })
    expect((await test.visitor().post('/sign-in', right(account))).statusCode).toBe(200)
  })

  it('meets the same limit at an address that nobody has', async () => {
    const codes = []
    for (let i = 0; i < 7; i++)
      codes.push(
        (await test.visitor().post('/sign-in', { email: 'ghost@example.org', password: 'x' })).statusCode,
      )
    expect(codes).toEqual([422, 422, 422, 422, 422, 429, 429])
  })

  it('does not shut out the colleague in a browser that has signed in before', async () => {
    const account = await colleague(test)
    const { browser } = await signInAs(test, account)
    await browser.post('/sign-out')
    for (let i = 0; i < 12; i++) await test.visitor().post('/sign-in', wrong(account))
    expect((await test.visitor().post('/sign-in', right(account))).statusCode).toBe(429)
    const { answer } = await signInAs(test, account, browser)
    expect(answer.statusCode).toBe(303)
  })

  it('does not shut out a new browser with a recovery code, which works once', async () => {
    const account = await colleague(test)
    const { browser } = await signInAs(test, account)
    const codes = recoveryCodesOf(
      (await browser.post('/staff/account/recovery-codes', { current: account.password })).body,
    )
    expect(new Set(codes).size).toBe(10)
    for (let i = 0; i < 12; i++) await test.visitor().post('/sign-in', wrong(account))
    const recoveryCode = (codes[0] ?? '').toLowerCase().replaceAll('-', ' ')
    const elsewhere = test.visitor()
    expect((await elsewhere.post('/sign-in', { ...right(account), recoveryCode })).statusCode).toBe(303)
    expect((await elsewhere.get('/staff')).statusCode).toBe(200)
    expect((await test.visitor().post('/sign-in', { ...right(account), recoveryCode })).statusCode).toBe(429)
  })

  it('does not let twenty at once past the counter', async () => {
    const account = await colleague(test)
    const replies = await Promise.all(
      Array.from({ length: 20 }, () => test.visitor().post('/sign-in', wrong(account))),
    )
    const statuses = replies.map((reply) => reply.statusCode)
    expect(statuses.filter((status) => status === 422)).toHaveLength(5)
    expect(statuses.filter((status) => status === 429)).toHaveLength(15)
  })

  it('counts codes across restarts of the password step', async () => {
    const account = await colleague(test)
    const statuses = []
    for (let i = 0; i < 12; i++) {
      const ticket = hidden((await test.visitor().post('/sign-in', right(account))).body, 'ticket')
      statuses.push((await test.visitor().post('/sign-in/code', { ticket, code: '000000' })).statusCode)
    }
    expect(statuses.slice(0, 5)).toEqual([422, 422, 422, 422, 422])
    expect(statuses.slice(5)).toEqual(Array(7).fill(429))
  })

  it('does not let twenty codes at once past the counter', async () => {
    const account = await colleague(test)
    const ticket = hidden((await test.visitor().post('/sign-in', right(account))).body, 'ticket')
    const codes = Array.from({ length: 20 }, (_, i) => String(100_000 + i))
    const replies = await Promise.all(
      codes.map((code) => test.visitor().post('/sign-in/code', { ticket, code })),
    )
    expect(replies.filter((reply) => reply.statusCode === 422)).toHaveLength(5)
  })

  it('gives a known browser ten tries of its own, then slows it down too', async () => {
    const account = await colleague(test)
    const { browser } = await signInAs(test, account)
    await browser.post('/sign-out')
    const statuses = []
    for (let i = 0; i < 12; i++) statuses.push((await browser.post('/sign-in', wrong(account))).statusCode)
    expect(statuses).toEqual([...Array(10).fill(422), 429, 429])
  })

  it('stores no address of a sender, and no account in a lane', async () => {
    const account = await colleague(test)
    await test.visitor().post('/sign-in', wrong(account))
    const rows = await test.database.sql<{ row: string }>('select g::text as row from identity.guess g')
    expect(rows.length).toBeGreaterThan(0)
    for (const { row } of rows) expect(row).not.toContain(account.id)
    expect(JSON.stringify(rows)).not.toMatch(/127\.0\.0\.1|example\.org/)
  })
})

describe('secrets', () => {
  it('are not in the database: no password, app secret, recovery code, cookie', async () => {
    const account = await colleague(test)
    const { browser } = await signInAs(test, account)
    const codes = recoveryCodesOf(
      (await browser.post('/staff/account/recovery-codes', { current: account.password })).body,
    )
    const tables = ['credential', 'recovery_code', 'known_device', 'session', 'invitation', 'guess']
    const dumps = await Promise.all(
      tables.map((name) => test.database.sql(`select t::text from identity.${name} t`)),
    )
    const dump = JSON.stringify(dumps)
    for (const secret of [account.password, account.totpSecret, ...codes, ...browser.cookies.values()])
      expect(dump).not.toContain(secret)
  })

  it('cannot be selected through any door', async () => {
    for (const [name, door] of Object.entries(test.doors))
      for (const table of ['credential', 'recoveryCode', 'knownDevice', 'guess'] as const)
        await expect(
          door.as({ kind: 'public' }, (tx) => tx.selectFrom(`identity.${table}`).selectAll().execute()),
          `${name} reads ${table}`,
        ).rejects.toThrow(/permission denied/)
  })
})

const recoveryCodesOf = (html: string): string[] => html.match(/[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/g) ?? []
