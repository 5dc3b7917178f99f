import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Role } from '../../src/kernel/actor.ts'
import { STAFF_LINKS } from '../../src/staff-links.ts'
import { type TestApp, testApp } from '../app.ts'
import { raised } from '../desk.ts'
import { openVault } from '../desk-vault.ts'
import { setRecordKind } from '../given-vault.ts'
import { formOf } from '../walk.ts'

// Promise 5: no sender's address, browser or cookie is kept or logged. Promise 14: concerns are counted nowhere
// outside the vault. Promises 4 and 7: there is no field for what must never be asked.

let app: TestApp
const written: string[] = []
const stderr = vi.spyOn(process.stderr, 'write').mockImplementation((chunk) => {
  written.push(String(chunk))
  return true
})
afterAll(() => stderr.mockRestore())
beforeAll(async () => {
  app = await testApp()
  await setRecordKind(app)
  await openVault(app)
})

const SENDER = {
  'user-agent': 'Zyxwvut/9.7',
  'x-forwarded-for': '203.0.113.77',
  'x-real-ip': '203.0.113.77',
  forwarded: 'for=203.0.113.77',
  cookie: 'tracker=qponmlk; kith=qponmlk',
  referer: 'https://search.example/?q=jihgfed',
  'accept-language': 'tlh-KX',
}
const MARKS = ['zyxwvut', '203.0.113.77', '198.51.100.23', 'qponmlk', 'jihgfed', 'tlh-kx']

const ask = (url: string, payload?: Record<string, string>) =>
  app.app.inject({
    method: payload ? 'POST' : 'GET',
    url,
    remoteAddress: '198.51.100.23',
    headers: {
      ...SENDER,
      ...(payload
        ? { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }
        : {}),
    },
    ...(payload ? { payload: new URLSearchParams(payload).toString() } : {}),
  })

describe('a concern, a message and a rating', () => {
  it('leave nothing of their sender in the database, in the log or in an answer', async () => {
    let page = await ask('/concerns/raise')
    for (let n = 0; n < 12 && page.statusCode === 200; n++) {
      const { action, fields } = formOf(page.body)
      page = await ask(action, { ...fields, worry: 'My neighbour has changed' })
    }
    expect(page.statusCode).toBe(303)
    const sent = await ask(String(page.headers.location))
    const digits = sent.body.match(/(?:\d{4}[^\d]{1,40}){6}\d{4}/)?.[0].replace(/\D/g, '') ?? ''
    const opened = await ask('/concerns/receipt', { receipt: digits })
    const { action, fields } = formOf(opened.body)
    const answered = await ask(action, { ...fields, message: 'One more thing' })
    expect(answered.body).toContain('We have your message')
    const front = await ask('/')
    const rate = String(front.body.match(/action="(\/rate\/[^"]+)"/)?.[1])
    expect((await ask(rate, { useful: 'yes' })).statusCode).toBe(303)
    for (const { headers } of [page, sent, opened, answered]) expect(headers['set-cookie']).toBeUndefined()
    const all = `${await dump()}\n${written.join('\n')}`.toLowerCase()
    expect(all).toContain('age-encryption.org')
    for (const mark of MARKS) expect(all).not.toContain(mark)
  })

  it('have no column for an address, a browser, or what must never be asked', async () => {
    const columns = await app.database.sql<{ name: string; type: string }>(
      `select format('%s.%s.%s', table_schema, table_name, column_name) as name, data_type as type
         from information_schema.columns where table_schema !~ '^(pg_|information_schema|graphile)'`,
    )
    expect(columns.length).toBeGreaterThan(100)
    const never =
      /(^|_)(ip|addr|address|user_agent|browser|fingerprint|score|risk|flag|watch|religion|faith|belief|ethnicity|race|nationality|immigration|gender|indicator)s?(_|$)/
    for (const { name, type } of columns) {
      expect(name.split('.')[2], name).not.toMatch(never)
      expect(type, name).not.toMatch(/^(inet|cidr|macaddr)/)
    }
  })
})

describe('how many concerns there are', () => {
  const OTHERS: Role[] = [
    'content-editor',
    'engagement-officer',
    'commissioning-officer',
    'programme-officer',
    'facilitator',
    'provider',
    'administrator',
  ]
  const PUBLIC_PAGES = [
    '/',
    '/what-we-hold',
    '/sitemap',
    '/sitemap.xml',
    '/robots.txt',
    '/privacy',
    '/concerns',
    '/concerns/receipt',
    '/healthz',
    '/readyz',
    '/nothing-here',
  ]

  it('shows on no page of the public and of nobody outside the vault', async () => {
    const who = await Promise.all(OTHERS.map((role) => app.as(role)))
    const look = async () => {
      const pages: string[] = []
      for (const path of PUBLIC_PAGES) pages.push(`${path} ${(await app.visitor().get(path)).body}`)
      for (const one of who)
        for (const path of ['/staff', '/staff/account', ...STAFF_LINKS.map(({ href }) => href)])
          pages.push(`${one.person.roles} ${path} ${plain((await one.get(path)).body)}`)
      return pages
    }
    const before = await look()
    for (let n = 0; n < 3; n++) await raised(app, `Another ${n}`, true)
    expect(await look()).toEqual(before)
  })
})

/** A page without what is drawn anew for each reader: seals and identifiers of forms. */
const plain = (html: string): string => html.replace(/value="[^"]{40,}"/g, '')

/** Every value of every row of every table; bytes also as the text that they would be. */
async function dump(): Promise<string> {
  const columns = await app.database.sql<{ table: string; column: string; type: string }>(
    `select format('%I.%I', table_schema, table_name) as table, format('%I', column_name) as column, data_type as type
       from information_schema.columns join information_schema.tables using (table_schema, table_name)
      where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  )
  const parts: string[] = []
  for (const { table, column, type } of columns) {
    const value = type === 'bytea' ? `encode(${column}, 'escape')` : `${column}::text`
    const rows = await app.database.sql<{ value: string | null }>(`select ${value} as value from ${table}`)
    parts.push(...rows.map((row) => row.value ?? ''))
  }
  return parts.join('\n')
}
