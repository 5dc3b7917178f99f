import { beforeAll, describe, expect, it } from 'vitest'
import { type Colleague, type TestApp, testApp } from '../app.ts'
import { openVault } from '../desk-vault.ts'
import { setRecordKind } from '../given-vault.ts'
import { formOf, submit } from '../walk.ts'

// One client cannot keep the process at work for long, nor bring it to a fault.

/** What one form may hold, once it is written as a form. */
const MOST = 590_000
/** For one request, on a machine with much else to do: what is wrong here takes minutes. */
const LONGEST_MS = 8_000

let app: TestApp
let officer: Colleague
beforeAll(async () => {
  app = await testApp()
  await setRecordKind(app)
  ;({ officer } = await openVault(app))
})

/** Where a text can be typed, by question. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  worry: ['worry'],
  when: ['happened'],
  person: ['tieOther'],
  reply: ['telephone', 'email', 'address', 'safeTime'],
  language: ['language'],
}

const fill = (text: string) => text.repeat(Math.floor(MOST / encodeURIComponent(text).length))
const BODIES = ['a@', 'a.', 'a@a.', ' ', '\r', '-', 'é', '\u200b', '<'].map(fill)

const within = async <T extends { statusCode: number }>(work: () => Promise<T>): Promise<T> => {
  const began = performance.now()
  const reply = await work()
  expect(performance.now() - began).toBeLessThan(LONGEST_MS)
  expect(reply.statusCode).not.toBe(500)
  return reply
}

describe('however long and odd what it sends', () => {
  it('each question of the journey answers at once', async () => {
    const visitor = app.visitor()
    let page = await visitor.get('/concerns/raise')
    for (let n = 0; n < 12 && !formOf(page.body).action.endsWith('/check'); n++) {
      const { action, fields } = formOf(page.body)
      for (const name of FIELDS[action.split('/').at(-1) ?? ''] ?? [])
        for (const text of BODIES) {
          const typed = {
            ...fields,
            replyBy: name === 'email' ? 'email' : 'telephone',
            tie: 'other',
            [name]: text,
          }
          await within(() => visitor.post(action, typed))
        }
      page = await submit(visitor, page, { worry: 'x' })
    }
    expect(formOf(page.body).action).toMatch(/check$/)
  }, 120_000)

  it.each([
    ['/concerns/receipt', 'receipt'],
    ['/sign-in', 'email'],
    ['/sign-in', 'password'],
    ['/sign-in/code', 'ticket'],
    ['/rate/x', 'useful'],
  ])('%s answers at once to a long %s', async (path, name) => {
    for (const text of BODIES)
      await within(() => app.visitor().post(path, { email: 'a', password: 'b', [name]: text }))
  })

  it('an administrator’s form answers at once to a long email address', async () => {
    const admin = await app.as('administrator')
    const email = `a@${'a.'.repeat(200_000)}@`
    const reply = await within(() =>
      admin.post('/staff/people/invite', { name: 'x', email, roles: 'provider' }),
    )
    expect(reply.body).toContain('254 characters or fewer')
  })

  it('very many fields, or one very often, are refused or read at once', async () => {
    const send = (payload: string) =>
      app.app.inject({
        method: 'POST',
        url: '/concerns/raise/worry',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload,
      })
    await within(() => send(Array.from({ length: 60_000 }, (_, n) => `k${n}=1`).join('&')))
    await within(() => send('worry=a&'.repeat(70_000)))
    await within(() => send('&'.repeat(MOST)))
    await within(() => send(`worry=${'%'.repeat(MOST)}`))
  })
})

describe('whatever stands in an address', () => {
  const ODD = [
    '%00',
    '%25',
    '999999999999999999999',
    '-1',
    '1e308',
    'NaN',
    '%F0%9F%99%82',
    'a'.repeat(3000),
    "'--",
    '99999-01-01',
  ]
  const NAMES = [
    'q',
    'page',
    'show',
    'sort',
    'after',
    'before',
    'from',
    'to',
    'person',
    'action',
    'subject',
    'ref',
    'version',
    'next',
    'done',
    'role',
  ]
  const query = (value: string) => NAMES.map((name) => `${name}=${value}`).join('&')

  it('staff pages answer, and never with a fault', async () => {
    const everybody = await app.as('administrator', 'content-editor', 'data-protection-officer', 'manager')
    for (const value of ODD) {
      for (const path of [
        '/staff/people',
        '/staff/pages',
        '/staff/log',
        '/staff/ratings',
        '/staff/ratings/comments',
        '/staff/concerns/log',
        '/staff/concerns/clocks',
        '/sign-in',
        '/',
      ])
        await within(() => everybody.get(`${path}?${query(value)}`))
      for (const path of ['/staff/concerns', '/staff/concerns/vault'])
        await within(() => officer.get(`${path}?${query(value)}`))
    }
  }, 120_000)
})
