import { beforeAll, describe, expect, it } from 'vitest'
import { type Colleague, type TestApp, testApp } from '../../../../../test/app.ts'
import { actsOn, fillIn, hiddenOf, raised } from '../../../../../test/desk.ts'
import { openVault } from '../../../../../test/desk-vault.ts'
import { setRecordKind } from '../../../../../test/given-vault.ts'
import { textOf } from '../../../../../test/walk.ts'

let app: TestApp
let officer: Colleague
beforeAll(async () => {
  app = await testApp()
  await setRecordKind(app)
  ;({ officer } = await openVault(app))
  for (let i = 0; i < 60; i++) {
    await raised(app, `Worry ${i}`, i === 7)
    app.clock.advance({ seconds: 1 })
  }
})
const refs = (html: string) =>
  [...html.matchAll(/\/staff\/concerns\/[0-9a-f-]{36}">([^<]+)</g)].map(([, ref]) => ref)
const all = async () =>
  (
    await app.database.sql<{ ref: string }>(`select ref from concerns.concern where status <> 'closed'
    order by (not (danger_now and status = 'received')), (due_at is null), coalesce(due_at, received_at), id`)
  ).map(({ ref }) => ref)

describe('the queue', () => {
  it.each(['clock', 'newest', 'oldest'])(
    'turns its pages of 25 without losing or doubling any: %s',
    async (sort) => {
      const seen: (string | undefined)[] = []
      let path: string | undefined = `/staff/concerns?sort=${sort}`
      for (let pages = 0; path && pages < 5; pages++) {
        const { body } = await officer.get(path)
        seen.push(...refs(body))
        path = /href="([^"]*after=[^"]*)"/.exec(body)?.[1]?.replaceAll('&amp;', '&')
      }
      expect(seen).toHaveLength(60)
      expect(new Set(seen)).toEqual(new Set(await all()))
      if (sort === 'clock') expect(seen).toEqual(await all())
    },
  )

  it('needs no open vault, shows no word that anybody wrote, and is logged once', async () => {
    const locked = await app.again(officer.person)
    const count = async () =>
      (await app.database.sql(`select 1 from vault_audit.entry where action = 'queue.read'`)).length
    const before = await count()
    const page = await locked.get('/staff/concerns')
    expect(await count()).toBe(before + 1)
    expect(textOf(page.body)).toContain('Open the vault')
    expect(refs(page.body)).toHaveLength(25)
    expect(page.body).not.toContain('Worry')
    expect(textOf(page.body)).toContain('Acknowledge by 5pm on Tuesday 24 November')
  })

  it('shows what runs out first, then what waits for nothing', async () => {
    const [row] = await app.database.sql<{ id: string; ref: string }>(
      `select id, ref from concerns.concern where not danger_now and status = 'received' order by due_at, id limit 1`,
    )
    const first = row?.ref
    await officer.post(`/staff/concerns/${row?.id}/acknowledge`)
    expect((await all()).at(-1)).toBe(first)
    expect(refs((await officer.get('/staff/concerns')).body)[0]).not.toBe(first)
  })

  it('puts somebody in danger now before every clock, until it is decided', async () => {
    const last = (await all()).at(-1)
    await app.database.sql('update concerns.concern set danger_now = (ref = $1)', [last])
    const { body } = await officer.get('/staff/concerns')
    expect(refs(body)[0]).toBe(last)
    const second = /href="([^"]*after=[^"]*)"/.exec(body)?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect(refs((await officer.get(second)).body)).not.toContain(last)
  })

  it.each(['show=overdue', 'show=mine', 'show=to-check', 'show=closed'])(
    'is empty and says so: %s',
    async (query) => {
      const { body, statusCode } = await officer.get(`/staff/concerns?${query}`)
      expect(statusCode).toBe(200)
      expect(body).toContain('There are none here.')
    },
  )

  it.each([
    'after=x',
    'after=cr_x_y',
    'show=<script>',
    'sort=1&sort=2',
    'after=ci_2026-99-99T00:00:00Z_0199aaaa-0000-7000-8000-000000000000',
  ])('is not upset by %s', async (query) => {
    expect((await officer.get(`/staff/concerns?${query}`)).statusCode).toBe(200)
  })
})

describe('recording what came another way', () => {
  const answers = {
    danger: 'no',
    worry: 'He said he would leave',
    channel: 'letter',
    day: '20',
    month: '11',
    year: '2026',
    time: '9:30',
    receipt: 'yes',
    contact: 'After six',
  }

  it('makes one concern and one receipt, however often it is pressed', async () => {
    const form = { ...hiddenOf((await officer.get('/staff/concerns/new')).body), ...answers }
    const [once, twice] = [
      await officer.post('/staff/concerns/new', form),
      await officer.post('/staff/concerns/new', form),
    ]
    expect([once.statusCode, twice.statusCode]).toEqual([303, 303])
    const recorded = await app.database.sql(`select * from concerns.concern where channel = 'letter'`)
    expect(recorded).toHaveLength(1)
    expect(new Date(recorded[0]?.received_at).toISOString()).toBe('2026-11-20T09:30:00.000Z')
    expect(new Date(recorded[0]?.acknowledge_by).toISOString()).toBe('2026-11-23T17:00:00.000Z')
    expect(await actsOn(app, recorded[0]?.id)).toEqual(['concern.recorded'])
    const words = async (reply: typeof once) => {
      const { body } = await officer.get(String(reply.headers.location))
      return [...body.matchAll(/<li>([a-z-]+)<\/li>/g)].map(([, word]) => word).join(' ')
    }
    const receipt = await words(once)
    expect(receipt).toBe(await words(twice))
    expect(receipt.split(' ')).toHaveLength(7)
    await fillIn(officer, `/staff/concerns/${recorded[0]?.id}/reply`, { reply: 'We have your letter' })
    expect((await app.visitor().post('/concerns/receipt', { receipt })).body).toContain('We have your letter')
    expect(textOf((await officer.get(`/staff/concerns/${recorded[0]?.id}`)).body)).toContain(
      'He said he would leave',
    )
  })

  it('by telephone is acknowledged there and then, and without a receipt nobody can be replied to', async () => {
    const saved = await fillIn(officer, '/staff/concerns/new', {
      ...answers,
      channel: 'telephone',
      receipt: 'no',
    })
    expect(saved.statusCode).toBe(303)
    const [row] = await app.database.sql(`select * from concerns.concern where channel = 'telephone'`)
    expect(row?.acknowledged_at).not.toBeNull()
    expect(row?.receipt_hash).toBeNull()
    expect((await officer.get(`/staff/concerns/${row?.id}/reply`)).body).toContain('has no receipt')
  })

  it.each([
    [{ worry: '' }, 'Enter what worries them'],
    [{ danger: '' }, 'Select whether anyone is in danger now'],
    [{ day: '31', month: '2' }, 'Enter a real date'],
    [{ year: '2027' }, 'must be in the past'],
    [{ time: 'noon' }, 'Enter the time'],
  ])('refuses %j and keeps the rest', async (wrong, message) => {
    const refused = await fillIn(officer, '/staff/concerns/new', { ...answers, ...wrong })
    expect(refused.statusCode).toBe(422)
    expect(textOf(refused.body)).toContain(message)
    expect(refused.body).toContain('After six')
  })
})

describe('searching inside the open vault', () => {
  const search = (fields: Record<string, string>) => officer.post('/staff/concerns/search', fields)

  it('finds words, says how many were searched, and logs the purpose but no word', async () => {
    const found = await search({ words: 'WORRY 41', purpose: 'same-person' })
    expect(found.statusCode).toBe(200)
    expect(refs(found.body)).toHaveLength(1)
    expect(textOf(found.body)).toMatch(/Searched (\d+) of \1 concerns/)
    const [entry] = await app.database.sql(
      `select detail from vault_audit.entry where action = 'search.made' order by id desc limit 1`,
    )
    expect(entry?.detail).toMatchObject({ purpose: 'same-person' })
    const all = await app.database.sql(`select detail::text as text from vault_audit.entry`)
    for (const { text } of all) expect(text.toLowerCase()).not.toContain('worry')
  })

  it.each([
    [{ words: 'worry' }, 'Select why you are searching'],
    [{ words: 'x', purpose: 'rights' }, 'two letters or more'],
    [{ words: '', purpose: 'rights' }, 'Enter the words'],
  ])('refuses %j', async (fields, message) => {
    const refused = await search(fields as Record<string, string>)
    expect(refused.statusCode).toBe(422)
    expect(textOf(refused.body)).toContain(message)
  })

  it('needs the open vault', async () => {
    const locked = await app.again(officer.person)
    const reply = await locked.post('/staff/concerns/search', { words: 'worry', purpose: 'rights' })
    expect(textOf(reply.body)).toContain('Open the vault')
  })
})

describe('for managers and the data protection officer', () => {
  it('clocks are counts without a reference', async () => {
    const later = '2026-11-27T10:00:00Z'
    app.clock.set(later)
    const manager = await app.as('manager')
    const { body } = await manager.get('/staff/concerns/clocks')
    const text = textOf(body)
    expect(text).toMatch(/Overdue \d+ Open concerns not acknowledged/)
    expect(text).toContain('3 days')
    for (const ref of await all()) expect(body).not.toContain(ref)
  })

  it('the log says who read what, with references and never content, and is itself logged', async () => {
    const dpo = await app.as('data-protection-officer')
    const [ref] = await all()
    const again = await app.again(officer.person)
    await again.post('/staff/concerns/vault/open', { passphrase: 'grey otter seven lanterns' })
    const [row] = await app.database.sql('select id from concerns.concern where ref = $1', [ref])
    await again.get(`/staff/concerns/${row?.id}`)
    const log = textOf((await dpo.get(`/staff/concerns/log?ref=${ref}&action=concern.read`)).body)
    expect(log).toContain(officer.person.name)
    expect(log).toContain('Read the concern')
    expect(log).toContain(ref)
    expect(log).not.toContain('Worry ')
    expect(textOf((await dpo.get('/staff/concerns/log?action=log.read')).body)).toContain(dpo.person.name)
    for (let i = 0; i < 51; i++) await dpo.get('/staff/concerns/log?ref=none')
    const first = await dpo.get('/staff/concerns/log')
    const older = /href="(\/staff\/concerns\/log\?[^"]*before=[^"]*)"/
      .exec(first.body)?.[1]
      ?.replaceAll('&amp;', '&')
    expect((await dpo.get(String(older))).statusCode).toBe(200)
    for (const query of [
      'before=x',
      'person=x',
      'from=2026-13-40',
      'ref=%00',
      'to=2026-11-20&from=2026-11-21',
    ])
      expect([query, (await dpo.get(`/staff/concerns/log?${query}`)).statusCode]).toEqual([query, 200])
  })
})
