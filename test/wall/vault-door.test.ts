import { beforeAll, describe, expect, it } from 'vitest'
import { type Colleague, type TestApp, testApp } from '../app.ts'
import { fillIn, raised } from '../desk.ts'
import { givePassphrase, openVault, unlock } from '../desk-vault.ts'
import { setRecordKind } from '../given-vault.ts'
import { textOf } from '../walk.ts'

// One corrupt safeguarding officer, and one who left: what each may not do alone.

let app: TestApp
let officer: Colleague
let colleague: Colleague
let concern: Awaited<ReturnType<typeof raised>>
beforeAll(async () => {
  app = await testApp()
  await setRecordKind(app)
  ;({ officer, colleague } = await openVault(app))
  concern = await raised(app, 'The boy called Zebulon next door')
})

const SUBPAGES = [
  '',
  '/note',
  '/reply',
  '/told',
  '/decide',
  '/check',
  '/withdraw',
  '/close',
  '/reopen',
  '/receipt',
]
const ACTS = [
  'assign',
  'acknowledge',
  'note',
  'reply',
  'told',
  'decide',
  'check',
  'withdraw',
  'close',
  'reopen',
]

describe('an officer who stepped back', () => {
  it('finds nothing of the concern under any address, as if it had never been', async () => {
    const theirs = await raised(app, 'The girl called Tirzah upstairs')
    await fillIn(colleague, `${theirs.path}/withdraw`, { reason: 'She is my niece' })
    const none = '/staff/concerns/0190a000-0000-7000-8000-000000000000'
    for (const under of SUBPAGES) {
      const [there, not] = [await colleague.get(theirs.path + under), await colleague.get(none + under)]
      expect([under, there.statusCode, there.body]).toEqual([under, 404, not.body])
    }
    for (const act of ACTS.filter((one) => one !== 'withdraw')) {
      const reply = await colleague.post(`${theirs.path}/${act}`, { version: 1, person: officer.person.id })
      expect([act, reply.statusCode]).toEqual([act, 404])
    }
    const search = await colleague.post('/staff/concerns/search', { words: 'Tirzah', purpose: 'rights' })
    expect(search.body).not.toContain(theirs.ref)
    for (const show of ['open', 'unassigned', 'to-check', 'closed'])
      expect((await colleague.get(`/staff/concerns?show=${show}`)).body).not.toContain(theirs.ref)
    expect((await officer.get(theirs.path)).body).toContain('Tirzah')
  })
})

describe('an open vault', () => {
  it('opens for nobody with the cookie of a colleague, nor in a session of one’s own that ended', async () => {
    const cookie = officer.cookies.get('kith-vault') ?? ''
    expect(cookie).not.toBe('')
    const thief = await app.again(colleague.person)
    thief.cookies.set('kith-vault', cookie)
    expect((await thief.get(concern.path)).body).not.toContain('Zebulon')
    const stranger = app.visitor()
    stranger.cookies.set('kith-vault', cookie)
    expect((await stranger.get(concern.path)).statusCode).toBe(303)
    const second = await app.again(officer.person)
    await unlock(second)
    const held = new Map(second.cookies)
    await second.post('/sign-out')
    for (const [name, value] of held) second.cookies.set(name, value)
    expect((await second.get(concern.path)).statusCode).toBe(303)
  })

  it('leaves nothing in the database that an old cookie opens, once its officer opens it again', async () => {
    const old = await app.again(colleague.person)
    await unlock(old)
    app.clock.advance({ minutes: 20 })
    const fresh = await app.again(colleague.person)
    await unlock(fresh)
    const rows = await app.database.sql('select 1 from concerns.vault_session where person_id = $1', [
      colleague.person.id,
    ])
    expect(rows).toHaveLength(1)
  })
})

describe('access for a time', () => {
  it('lets nobody else in, and ends by itself, also in a session that is open', async () => {
    const lead = await app.as('safeguarding-lead')
    const helper = await app.as('safeguarding-officer')
    for (const one of [lead, helper]) await givePassphrase(app, one)
    await unlock(officer)
    const give = (who: Colleague, to: Colleague, fields: Record<string, string>) =>
      who.post(`/staff/concerns/vault/access/${to.person.id}`, { checked: 'yes', ...fields })
    await give(officer, lead, { lasting: 'for-good' })
    await unlock(lead)
    await give(lead, helper, { lasting: 'for-a-time', hours: '1', reason: 'Nobody else is here' })
    await unlock(helper)
    expect((await helper.get(concern.path)).body).toContain('Zebulon')
    const outsider = await app.as('safeguarding-officer')
    await givePassphrase(app, outsider)
    const passedOn = await give(helper, outsider, { lasting: 'for-good' })
    expect(textOf(passedOn.body)).toContain('You have access for a time only')
    const renewed = await helper.post('/staff/concerns/vault/rotate', { leaveOut: colleague.person.id })
    expect(textOf(renewed.body)).toContain('You have access for a time only')
    expect((await officer.get(concern.path)).body).toContain('Zebulon')
    for (let n = 0; n < 5; n++) {
      app.clock.advance({ minutes: 13 })
      await helper.get('/staff/concerns')
    }
    const after = await helper.get(concern.path)
    expect(after.body).not.toContain('Zebulon')
    expect((await unlock(helper)).statusCode).toBe(422)
    const own = await give(helper, helper, { lasting: 'for-good' })
    expect(textOf(own.body)).not.toContain('can now open the vault')
  })

  it('is not reviewed in a colleague’s name by whoever had it', async () => {
    const helper = await app.as('safeguarding-officer')
    await givePassphrase(app, helper)
    await app.database.sql(
      `insert into concerns.vault_grant (id, generation, recipient, person_id, wrapped, granted_by, granted_at, until, reason)
       select gen_random_uuid(), 1, recipient, person_id, 'x', $2, now(), now(), 'emergency' from concerns.officer_key where person_id = $1`,
      [helper.person.id, officer.person.id],
    )
    const forged = app.doors.vault.as(helper.person, (tx) =>
      tx
        .updateTable('concerns.vaultGrant')
        .set({
          endedBy: helper.person.id,
          endedAt: app.clock.now(),
          reviewedBy: colleague.person.id,
          reviewedAt: app.clock.now(),
        })
        .where('personId', '=', helper.person.id)
        .execute(),
    )
    await expect(forged).rejects.toThrow('under another name')
  })
})

it('counts tries at the passphrase of an officer whose session somebody stole', async () => {
  const victim = await app.as('safeguarding-officer')
  await givePassphrase(app, victim)
  const answers = await Promise.all(Array.from({ length: 12 }, () => unlock(victim, 'a wrong passphrase')))
  expect(answers.filter(({ body }) => body.includes('Too many tries'))).toHaveLength(7)
})
