import { beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../../test/app.ts'
import { givenVault, setRecordKind, type TestVault } from '../../../../test/given-vault.ts'
import { formOf, submit, textOf } from '../../../../test/walk.ts'
import { newId } from '../../../kernel/ids.ts'
import { loginRole } from '../../../platform/db/index.ts'

let test: TestApp
let held: TestVault
beforeAll(async () => {
  test = await testApp()
})

const start = () => test.visitor().get('/concerns')
const isOpen = async () => {
  const page = await start()
  expect(page.statusCode).toBe(200)
  expect(page.body).toContain('href="tel:999"')
  expect(page.body).toContain('href="tel:08000113764"')
  expect(page.body).toContain('href="tel:02079460000"')
  const raise = await test.visitor().get('/concerns/raise')
  const open = page.body.includes('href="/concerns/raise"')
  expect([raise.statusCode, raise.headers.location]).toEqual(open ? [200, undefined] : [303, '/concerns'])
  return open
}
const sql = (text: string, values?: unknown[]) => test.database.sql(text, values)

/** Arranges what pages would need two colleagues for: triggers are off, in this transaction alone. */
const behindRules = (text: string) =>
  sql(
    `begin; set local session_replication_role = replica; ${text.replaceAll('$1', `'${held.officerId}'`)}; commit`,
  )

describe('the front door', () => {
  it('shows telephone numbers only until all is set and somebody holds the vault', async () => {
    expect(await isOpen()).toBe(false)
    await setRecordKind(test)
    expect(await isOpen()).toBe(false)
    held = await givenVault(test)
    expect(await isOpen()).toBe(true)
  })

  it.each(['legal_basis', 'recipients', 'review_after', 'delete_after'])(
    'closes without the %s',
    async (column) => {
      await sql(`update kith.record_kind set ${column} = null, version = version + 1 where kind = 'concerns'`)
      expect(await isOpen()).toBe(false)
      await setRecordKind(test)
      expect(await isOpen()).toBe(true)
    },
  )

  it.each([
    [
      'account',
      `update identity.person set status = 'closed' where id = $1`,
      `update identity.person set status = 'active' where id = $1`,
    ],
    [
      'role',
      'update identity.role_grant set ended_at = now() where person_id = $1',
      'update identity.role_grant set ended_at = null where person_id = $1',
    ],
    [
      'grant',
      'update concerns.vault_grant set ended_at = now() where person_id = $1',
      'update concerns.vault_grant set ended_at = null where person_id = $1',
    ],
    [
      'key',
      `update concerns.officer_key set recipient = 'another' where person_id = $1`,
      'update concerns.officer_key set recipient = (select recipient from concerns.vault_grant g where g.person_id = $1) where person_id = $1',
    ],
    [
      'time',
      `update concerns.vault_grant set until = '2026-11-23T09:59:00Z', reason = 'x' where person_id = $1`,
      'update concerns.vault_grant set until = null, reason = null where person_id = $1',
    ],
  ])('closes when the only holder’s %s is over', async (_what, end, restore) => {
    await behindRules(end)
    expect(await isOpen()).toBe(false)
    await behindRules(restore)
    expect(await isOpen()).toBe(true)
  })

  it('keeps the answers when it closed before they were sent, and takes them when it opens', async () => {
    const visitor = test.visitor()
    let page = await visitor.get('/concerns/raise')
    while (!formOf(page.body).action.endsWith('/check'))
      page = await submit(visitor, page, { worry: 'Do not lose me' })
    await behindRules('update concerns.vault_grant set ended_at = now() where person_id = $1')
    const kept = await submit(visitor, page)
    expect(kept.statusCode).toBe(503)
    expect(textOf(kept.body)).toContain('We do not have what you wrote')
    expect(kept.body).toContain('href="tel:999"')
    expect(await sql('select 1 from concerns.concern')).toHaveLength(0)
    await behindRules('update concerns.vault_grant set ended_at = null where person_id = $1')
    expect((await submit(visitor, kept)).statusCode).toBe(303)
    expect(await sql('select 1 from concerns.concern')).toHaveLength(1)
  })

  it('says before any field what happens, who reads it, how long it is kept and what cannot be promised', async () => {
    const { body } = await start()
    const text = textOf(body)
    const order = [
      'Call 999',
      '0800 011 3764',
      '020 7946 0000',
      'What happens to what you write',
      'Children’s services',
      'After 1 year',
      'after 6 years',
      'What we cannot promise',
      'Start now',
      'I have a receipt',
    ]
    const places = order.map((words) => text.indexOf(words))
    expect(order.filter((words) => !text.includes(words))).toEqual([])
    expect([...places].sort((a, b) => a - b)).toEqual(places)
    expect(body).not.toMatch(/<(input|textarea|select)\b/)
    expect(body).toContain('https://www.gov.uk/report-terrorism')
  })
})

describe('every page under /concerns', () => {
  it('can be left at once, is kept nowhere, is in no search engine, sets no cookie and asks what it must not never', async () => {
    const visitor = test.visitor()
    const pages = [await start(), await visitor.get('/concerns/receipt')]
    let page = await visitor.get('/concerns/raise')
    const danger = { danger: 'yes' }
    for (let n = 0; !formOf(page.body).action.endsWith('/check'); n++) {
      pages.push(page)
      if (n === 2) pages.push(await submit(visitor, page, { worry: '' }))
      page = await submit(visitor, page, { ...danger, worry: 'x' })
    }
    const sent = await submit(visitor, page)
    pages.push(
      page,
      await visitor.get(String(sent.headers.location)),
      await visitor.get('/concerns/sent?r=x'),
    )
    const digits = textOf(pages.at(-2)?.body ?? '').match(/(\d{4} ){6}\d{4}/)?.[0] ?? ''
    pages.push(
      await visitor.post('/concerns/receipt', { receipt: digits }),
      await visitor.post('/concerns/receipt', { receipt: '' }),
    )
    pages.push(await visitor.post('/concerns/raise/worry', { worry: 'y' }))
    expect(pages.length).toBe(16)
    for (const one of [...pages, sent]) {
      expect(one.headers['set-cookie']).toBeUndefined()
      expect(one.headers['cache-control']).toBe('no-store')
      expect(one.headers['x-robots-tag']).toBe('noindex')
    }
    for (const { body } of pages) {
      expect(body).toContain('govuk-exit-this-page')
      expect(body).toContain('href="https://www.bbc.co.uk/weather"')
      expect(body).toContain('<meta name="robots" content="noindex"')
      expect(body).not.toMatch(/nationality|immigration|religio|belief|ethnic|faith/i)
      expect(body).not.toMatch(/<(script|img|iframe|link)[^>]+(src|href)="(https?:)?\/\//)
    }
    expect(visitor.cookies.size).toBe(0)
  })
})

describe('when the database is away', () => {
  const login = () => loginRole(test.database.name, 'public')
  const away = async () => {
    await sql(`alter role "${login()}" connection limit 0`)
    await sql('select pg_terminate_backend(pid) from pg_stat_activity where usename = $1', [login()])
  }
  const back = () => sql(`alter role "${login()}" connection limit -1`)

  it('loses no half-written concern, says so, and takes it by itself when the database is back', async () => {
    const visitor = test.visitor()
    let page = await visitor.get('/concerns/raise')
    await away()
    while (!formOf(page.body).action.endsWith('/check'))
      page = await submit(visitor, page, { worry: 'While it is down' })
    const before = await sql('select 1 from concerns.concern')
    const kept = await submit(visitor, page)
    expect(kept.statusCode).toBe(503)
    expect(kept.body).toContain('href="tel:999"')
    expect(kept.headers['cache-control']).toBe('no-store')
    expect((await submit(visitor, kept)).statusCode).toBe(503)
    const numbers = await start()
    expect([numbers.statusCode, numbers.body.includes('href="tel:999"')]).toEqual([503, true])
    await back()
    expect((await submit(visitor, kept)).statusCode).toBe(303)
    expect((await sql('select 1 from concerns.concern')).length).toBe(before.length + 1)
    expect((await start()).statusCode).toBe(200)
  })

  it('keeps a further message', async () => {
    const visitor = test.visitor()
    let page = await visitor.get('/concerns/raise')
    while (!formOf(page.body).action.endsWith('/check'))
      page = await submit(visitor, page, { worry: 'Message later' })
    const shown = await visitor.get(String((await submit(visitor, page)).headers.location))
    const digits = textOf(shown.body).match(/(\d{4} ){6}\d{4}/)?.[0] ?? ''
    const opened = await visitor.post('/concerns/receipt', { receipt: digits })
    await away()
    const kept = await submit(visitor, opened, { message: 'Keep this' })
    expect([kept.statusCode, textOf(kept.body).includes('We do not have what you wrote')]).toEqual([
      503,
      true,
    ])
    await back()
    const sent = await submit(visitor, kept)
    expect([sent.statusCode, textOf(sent.body).includes('Keep this')]).toEqual([200, true])
  })
})

describe('as a database role', () => {
  it.each(['public', 'partner', 'staff', 'jobs'] as const)(
    '%s reads and writes no row of any concerns table',
    async (group) => {
      const tables = await sql(`select tablename from pg_tables where schemaname = 'concerns' order by 1`)
      expect(tables.length).toBeGreaterThan(10)
      const { default: pg } = await import('pg')
      const client = new pg.Client({ connectionString: test.database.doors[group] })
      await client.connect()
      for (const { tablename } of tables)
        for (const statement of ['select * from', 'insert into', 'update', 'delete from']) {
          const rest = {
            'select * from': '',
            'insert into': ' default values',
            update: ' set ctid = ctid',
            'delete from': '',
          }[statement]
          const attempt = client.query(
            `${statement} concerns."${tablename}"${rest?.replace('ctid = ctid', 'id = id')}`,
          )
          await expect(attempt, `${group} ${statement} ${tablename}`).rejects.toThrow(
            /permission denied|does not exist/,
          )
        }
      await client.end()
    },
  )

  it('only public may call the door’s functions', async () => {
    const rows = await sql(
      `select g.name as group, p.proname as function from pg_proc p join pg_namespace n on n.oid = p.pronamespace,
         unnest(array['kith_public', 'kith_partner', 'kith_staff', 'kith_vault', 'kith_jobs', 'kith_vault_jobs']) as g(name)
        where n.nspname = 'concerns' and p.proname in ('door', 'receive', 'receipt', 'add_message')
          and has_function_privilege(g.name, p.oid, 'execute') and has_schema_privilege(g.name, 'concerns', 'usage')`,
    )
    expect(rows.map((row) => `${row.group} ${row.function}`).sort()).toEqual([
      'kith_public add_message',
      'kith_public door',
      'kith_public receipt',
      'kith_public receive',
    ])
  })

  it('nobody stores clear text', async () => {
    const [row] = await sql('select id from concerns.concern limit 1')
    const insert = sql(
      `insert into concerns.message (id, concern_id, direction, body, sent_at) values ($1, $2, 'from-resident', $3, now())`,
      [newId(), row?.id, Buffer.from('in clear')],
    )
    await expect(insert).rejects.toThrow(/message_is_sealed/)
  })
})
