import { beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../app.ts'
import { openVault } from '../desk-vault.ts'
import { setRecordKind } from '../given-vault.ts'
import { submit, textOf } from '../walk.ts'

// Promises 3, 6 and 19, and what every answer carries whatever becomes of it.

let app: TestApp
beforeAll(async () => {
  app = await testApp()
  await setRecordKind(app)
  await openVault(app)
})

const PAGES = [
  '/',
  '/what-we-hold',
  '/accessibility',
  '/cookies',
  '/privacy',
  '/contact',
  '/complaints',
  '/sitemap',
  '/sign-in',
  '/concerns',
  '/concerns/raise',
  '/concerns/receipt',
  '/concerns/sent?r=x',
  '/nothing-here',
  '/preview/x',
  '/invitation/x',
  '/%E0%A4%A',
]

describe.each(PAGES)('%s', (path) => {
  it('leads to the council’s complaints, the ICO and the Standards and Compliance Unit', async () => {
    const { body } = await app.visitor().get(path)
    expect(body).toMatch(/href="\/complaints"/)
    expect(body).toMatch(/href="https:\/\/ico\.org\.uk[^"]*"/)
    expect(textOf(body)).toMatch(/Standards and Compliance Unit/)
  })

  it('loads nothing from anywhere else, and holds no script, style or handler of its own', async () => {
    const { body } = await app.visitor().get(path)
    const loaded = [
      ...body.matchAll(/<(?:script|link|img|iframe|source|form)\b[^>]*?\b(?:src|href|action)="([^"]*)"/g),
    ]
    expect(loaded.length).toBeGreaterThan(1)
    for (const [, address] of loaded) expect(address).toMatch(/^\/(?!\/)|^data:/)
    expect(body).not.toMatch(/ style="| on[a-z]+="|<style/)
    expect(body.match(/<script(?![^>]*\bsrc=)/g) ?? []).toHaveLength(1)
  })
})

describe('every answer', () => {
  it.each([
    ['GET', '/'],
    ['HEAD', '/'],
    ['GET', '/nothing-here'],
    ['GET', '/staff'],
    ['GET', '/staff/concerns/0190a000-0000-7000-8000-000000000000'],
    ['POST', '/staff/concerns/x/decide'],
    ['POST', '/concerns/raise/check'],
    ['PUT', '/'],
    ['GET', '/robots.txt'],
    ['GET', '/healthz'],
    ['GET', '/assets/none.css'],
  ] as const)('%s %s carries the policy', async (method, url) => {
    for (let n = 0; n < 2; n++) {
      const { headers } = await app.app.inject({ method, url })
      expect(headers['content-security-policy']).toContain("default-src 'none'")
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['referrer-policy']).toBe('same-origin')
      expect(headers['set-cookie']).toBeUndefined()
      expect(headers.server ?? headers['x-powered-by']).toBeUndefined()
    }
  })

  it('to a colleague, and with a receipt, stays in no cache', async () => {
    const editor = await app.as('content-editor')
    for (const path of ['/staff', '/staff/pages', '/staff/account', '/staff/nothing'])
      expect((await editor.get(path)).headers['cache-control']).toBe('no-store')
    for (const path of ['/concerns', '/concerns/raise', '/concerns/receipt', '/concerns/sent?r=x'])
      expect((await app.visitor().get(path)).headers['cache-control']).toBe('no-store')
  })

  it('to the public is the same for who is signed in, and shows no banner to the next', async () => {
    const editor = await app.as('content-editor')
    const notice = await editor.post('/sign-out')
    const done = new URL(String(notice.headers.location), 'http://x').searchParams.get('done')
    for (const path of ['/', '/privacy', '/what-we-hold']) {
      const with_ = await app.visitor().get(`${path}?done=${done}`)
      expect(with_.body).toContain('You have signed out')
      const colleague = await app.as('content-editor')
      const [stranger, signedIn] = [await app.visitor().get(path), await colleague.get(path)]
      expect(stranger.body).not.toContain('You have signed out')
      expect(signedIn.body).toBe(stranger.body)
    }
  })

  it('takes nobody’s word for which site this is', async () => {
    for (const host of ['evil.example', 'evil.example:99', '"><b>']) {
      const poisoned = await app.app.inject({
        url: '/privacy',
        headers: { host, 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' },
      })
      expect(poisoned.body).not.toContain('evil.example')
      expect(poisoned.body).not.toContain('"><b>')
    }
    expect((await app.visitor().get('/privacy')).body).not.toContain('evil.example')
  })
})

it('says that this is part of Prevent, and where to call, before the first thing that can be filled in', async () => {
  const page = textOf((await app.visitor().get('/concerns')).body)
  const start = page.indexOf('Start now')
  for (const words of ['part of Prevent', '999', '0800 011 3764']) {
    expect(page.indexOf(words), words).toBeGreaterThan(0)
    expect(page.indexOf(words), words).toBeLessThan(start)
  }
})

it('sends a form from another site nowhere', async () => {
  const visitor = app.visitor()
  const first = await visitor.get('/concerns/raise')
  expect((await submit(visitor, first)).statusCode).toBe(200)
  for (const headers of [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://evil.example' },
    { origin: 'null' },
  ])
    for (const url of [
      '/sign-in',
      '/sign-out',
      '/staff/people/invite',
      '/staff/concerns/vault/open',
      '/concerns/receipt',
    ]) {
      const refused = await app.app.inject({
        method: 'POST',
        url,
        headers: { ...headers, host: 'localhost', 'content-type': 'application/x-www-form-urlencoded' },
        payload: 'x=1',
      })
      expect([url, headers, refused.statusCode]).toEqual([url, headers, 400])
    }
})
