import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Colleague, type TestApp, testApp } from '../../../../../test/app.ts'
import { actsOn, fillIn, hiddenOf, raised } from '../../../../../test/desk.ts'
import { openVault, PASSPHRASE } from '../../../../../test/desk-vault.ts'
import { setRecordKind } from '../../../../../test/given-vault.ts'
import { textOf } from '../../../../../test/walk.ts'

let app: TestApp
let officer: Colleague
let colleague: Colleague
let concern: Awaited<ReturnType<typeof raised>>
beforeAll(async () => {
  app = await testApp()
  await setRecordKind(app)
  ;({ officer, colleague } = await openVault(app))
})
beforeEach(async () => {
  concern = await raised(app)
})
const page = async (who: Colleague) => textOf((await who.get(concern.path)).body)
const row = async () =>
  (await app.database.sql('select * from concerns.concern where id = $1', [concern.id]))[0]

describe('a concern', () => {
  it('is read by an officer with the vault open, and the log says so', async () => {
    expect(await page(officer)).toContain('My neighbour has changed')
    expect(await actsOn(app, concern.id)).toEqual(['concern.read'])
  })

  it('asks for the passphrase when the vault is locked, and shows nothing', async () => {
    const elsewhere = await app.again(officer.person)
    const locked = await elsewhere.get(concern.path)
    expect(textOf(locked.body)).toContain('Open the vault')
    expect(locked.body).not.toContain('My neighbour')
    expect(locked.headers['cache-control']).toBe('no-store')
    const opened = await elsewhere.post('/staff/concerns/vault/open', {
      ...hiddenOf(locked.body),
      passphrase: PASSPHRASE,
    })
    expect(opened.statusCode).toBe(303)
    expect(opened.headers.location).toContain(concern.path)
  })

  it('keeps what was being written when the vault locks meanwhile, and goes on', async () => {
    const elsewhere = await app.again(officer.person)
    await elsewhere.post('/staff/concerns/vault/open', { passphrase: PASSPHRASE })
    const form = hiddenOf((await elsewhere.get(`${concern.path}/note`)).body)
    app.clock.advance({ minutes: 15 })
    const locked = await elsewhere.post(`${concern.path}/note`, { ...form, note: 'Half a thought' })
    expect(locked.statusCode).toBe(422)
    expect(locked.body).not.toContain('Half a thought')
    const opened = await elsewhere.post('/staff/concerns/vault/open', {
      ...hiddenOf(locked.body),
      passphrase: PASSPHRASE,
    })
    expect(opened.statusCode).toBe(200)
    expect((await elsewhere.post(`${concern.path}/note`, hiddenOf(opened.body))).statusCode).toBe(303)
    expect(textOf((await elsewhere.get(concern.path)).body)).toContain('Half a thought')
    await officer.post('/staff/concerns/vault/open', { passphrase: PASSPHRASE })
    await colleague.post('/staff/concerns/vault/open', { passphrase: PASSPHRASE })
  })

  it('says so when there is too much to keep until the vault is open', async () => {
    const elsewhere = await app.again(officer.person)
    const locked = await elsewhere.post(`${concern.path}/note`, { note: `Long ${'words '.repeat(50_000)}` })
    expect(locked.statusCode).toBe(422)
    expect(textOf(locked.body)).toContain('too long to keep here')
    expect(textOf(locked.body)).toContain('Long words words')
    expect(textOf(locked.body)).not.toContain('They are kept on this page')
  })

  it('shows a reply to who holds the receipt and nowhere else, and the first one acknowledges it', async () => {
    const form = {
      ...hiddenOf((await officer.get(`${concern.path}/reply`)).body),
      reply: 'Thank you, we are looking',
    }
    expect((await officer.post(`${concern.path}/reply`, form)).statusCode).toBe(303)
    expect((await officer.post(`${concern.path}/reply`, form)).statusCode).toBe(303)
    const opened = await app.visitor().post('/concerns/receipt', { receipt: concern.words })
    expect(textOf(opened.body).split('Thank you, we are looking')).toHaveLength(2)
    expect((await row())?.acknowledged_at).not.toBeNull()
    for (const path of ['/', '/concerns', '/staff', '/staff/concerns', '/staff/concerns/search'])
      expect((await officer.get(path)).body).not.toContain('Thank you, we are looking')
    const other = await raised(app)
    expect((await app.visitor().post('/concerns/receipt', { receipt: other.words })).body).not.toContain(
      'Thank you',
    )
    expect(await actsOn(app, concern.id)).toEqual(['concern.replied', 'concern.acknowledged'])
  })

  it('is acknowledged by a button too, once', async () => {
    for (let i = 0; i < 2; i++)
      expect((await officer.post(`${concern.path}/acknowledge`)).statusCode).toBe(303)
    expect(await actsOn(app, concern.id)).toEqual(['concern.acknowledged'])
  })

  it('is taken, and given to a colleague; a stale tab overwrites nothing', async () => {
    const stale = { version: '1', person: colleague.person.id }
    expect(
      (await officer.post(`${concern.path}/assign`, { version: '1', person: officer.person.id })).statusCode,
    ).toBe(303)
    const refused = await colleague.post(`${concern.path}/assign`, stale)
    expect(refused.statusCode).toBe(422)
    expect(textOf(refused.body)).toContain('Somebody changed this concern')
    expect((await row())?.assigned_to).toBe(officer.person.id)
    expect(textOf((await officer.get('/staff/concerns?show=mine')).body)).toContain(concern.ref)
    const stranger = await app.as('engagement-officer')
    const wrong = await officer.post(`${concern.path}/assign`, { version: '2', person: stranger.person.id })
    expect(wrong.statusCode).toBe(422)
  })

  it('is not there any more for an officer who stepped back, and is nobody’s', async () => {
    await officer.post(`${concern.path}/assign`, { version: '1', person: officer.person.id })
    const form = {
      ...hiddenOf((await officer.get(`${concern.path}/withdraw`)).body),
      reason: 'She is my cousin',
    }
    expect((await officer.post(`${concern.path}/withdraw`, form)).statusCode).toBe(303)
    expect((await officer.post(`${concern.path}/withdraw`, form)).statusCode).toBe(303)
    const gone = await officer.get(concern.path)
    const unknown = await officer.get('/staff/concerns/0199aaaa-0000-7000-8000-000000000000')
    expect(gone.statusCode).toBe(404)
    expect(gone.body).toBe(unknown.body)
    expect((await officer.get('/staff/concerns')).body).not.toContain(concern.ref)
    expect((await row())?.assigned_to).toBeNull()
    const shown = await page(colleague)
    expect(shown).toContain('She is my cousin')
    const back = await colleague.post(`${concern.path}/assign`, { version: '3', person: officer.person.id })
    expect(back.statusCode).toBe(422)
    const search = await fillIn(officer, '/staff/concerns/search', {
      words: 'neighbour',
      purpose: 'follow-up',
    })
    expect(search.body).not.toContain(concern.ref)
  })

  it('is closed once it is decided and checked, and opens again with a reason', async () => {
    const close = (who = officer) => fillIn(who, `${concern.path}/close`, { reason: 'All is done' })
    expect(textOf((await close()).body)).toContain('Decide what should happen before')
    await fillIn(officer, `${concern.path}/decide`, { routes: ['police'], reason: 'A risk' })
    expect(textOf((await close()).body)).toContain('A second officer must first confirm')
    await fillIn(colleague, `${concern.path}/check`, { agrees: 'yes', note: 'Yes' })
    expect((await close()).statusCode).toBe(303)
    expect((await officer.get('/staff/concerns')).body).not.toContain(concern.ref)
    expect((await officer.get('/staff/concerns?show=closed')).body).toContain(concern.ref)
    expect((await fillIn(officer, `${concern.path}/reopen`, { reason: 'She wrote again' })).statusCode).toBe(
      303,
    )
    expect(await page(officer)).toContain('She wrote again')
  })

  it('keeps the history of who was told', async () => {
    await fillIn(officer, `${concern.path}/told`, { told: 'told', reason: 'His mother, on the telephone' })
    expect(await page(officer)).toContain('His mother, on the telephone')
    const stale = await officer.post(`${concern.path}/told`, {
      ...hiddenOf((await officer.get(`${concern.path}/told`)).body),
      version: '1',
      told: 'not-yet',
      reason: 'A mistake',
    })
    expect(stale.statusCode).toBe(422)
    expect(stale.body).toContain('A mistake')
  })

  it('hides one damaged part, and shows the rest', async () => {
    await fillIn(officer, `${concern.path}/note`, { note: 'A good note' })
    await app.database.sql(`update concerns.concern set body = body || 'x'::bytea where id = $1`, [
      concern.id,
    ])
    const shown = await page(officer)
    expect(shown).toContain('cannot be opened with your keys')
    expect(shown).toContain('A good note')
  })
})
