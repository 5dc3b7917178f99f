import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Colleague, type TestApp, testApp } from '../../../../../test/app.ts'
import { actsOn, fillIn, hiddenOf, raised } from '../../../../../test/desk.ts'
import { openVault } from '../../../../../test/desk-vault.ts'
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

const decide = (who: Colleague, fields: Record<string, string | readonly string[]>) =>
  fillIn(who, `${concern.path}/decide`, fields)
const handovers = () =>
  app.database.sql(
    'select state, urgent, decided_by, checked_by, check_by from concerns.handover where concern_id = $1',
    [concern.id],
  )
const page = async (who: Colleague, under = '') => textOf((await who.get(`${concern.path}${under}`)).body)

describe('deciding on a concern', () => {
  it('saves the decision, its reason and its log together, and shows who decided', async () => {
    const saved = await decide(officer, { routes: ['advice', 'signpost'], reason: 'No risk was found' })
    expect(saved.statusCode).toBe(303)
    expect(await actsOn(app, concern.id)).toEqual([
      'concern.read',
      'concern.read',
      'concern.decided',
      'concern.acknowledged',
    ])
    const shown = await page(officer)
    expect(shown).toContain('No risk was found')
    expect(shown).toContain(officer.person.name)
  })

  it.each([
    [{ reason: 'x' }, 'Select what should happen next'],
    [{ routes: ['advice'] }, 'Enter a reason'],
    [{ routes: ['none', 'advice'], reason: 'x' }, 'Select “No further action” alone'],
    [
      { routes: ['advice'], reason: 'x', urgent: 'yes', urgentReason: 'now' },
      'Only a hand-over to the police can be urgent',
    ],
    [{ routes: ['police'], reason: 'x', urgent: 'yes' }, 'Enter why it cannot wait'],
    [{ routes: ['police'], reason: 'x', told: 'told' }, 'Enter who is in danger'],
  ] as const)('refuses %j with the answers kept', async (fields, message) => {
    const refused = await decide(officer, { ...fields })
    expect(refused.statusCode).toBe(422)
    expect(textOf(refused.body)).toContain(message)
    if ('reason' in fields) expect(refused.body).toMatch(/name="reason"[^>]*>x</)
    expect(
      await app.database.sql('select 1 from concerns.decision where concern_id = $1', [concern.id]),
    ).toEqual([])
  })

  it('pressed twice, saves once', async () => {
    const fields = {
      ...hiddenOf((await officer.get(`${concern.path}/decide`)).body),
      routes: 'advice',
      reason: 'Once',
    }
    expect((await officer.post(`${concern.path}/decide`, fields)).statusCode).toBe(303)
    expect((await officer.post(`${concern.path}/decide`, fields)).statusCode).toBe(303)
    expect(
      await app.database.sql('select 1 from concerns.decision where concern_id = $1', [concern.id]),
    ).toHaveLength(1)
  })

  it('in a stale tab shows both versions and loses neither', async () => {
    const tab = hiddenOf((await officer.get(`${concern.path}/decide`)).body)
    await decide(colleague, { routes: ['children'], reason: 'What my colleague saw' })
    const stale = await officer.post(`${concern.path}/decide`, {
      ...tab,
      routes: ['adults'],
      reason: 'What I saw',
    })
    expect(stale.statusCode).toBe(422)
    const shown = textOf(stale.body)
    expect(shown).toContain('What is saved now')
    expect(shown).toContain('What my colleague saw')
    expect(shown).toContain('What you were about to save')
    expect(stale.body).toMatch(/name="reason"[^>]*>What I saw</)
    const again = await officer.post(`${concern.path}/decide`, {
      ...hiddenOf(stale.body),
      routes: ['adults'],
      reason: 'What I saw',
    })
    expect(again.statusCode).toBe(303)
    const after = await page(officer)
    expect(after).toContain('What I saw')
    expect(after).toContain('What my colleague saw')
    expect(after).toContain('Earlier decision')
  })

  it('stores no word of it in clear', async () => {
    await decide(officer, {
      routes: ['police'],
      reason: 'Very secret reason',
      urgent: 'yes',
      urgentReason: 'Very secret hurry',
    })
    const rows = await app.database.sql(
      `select encode(reason, 'escape') as text from concerns.decision union all
       select encode(urgent_reason, 'escape') from concerns.handover where urgent`,
    )
    expect(rows.length).toBeGreaterThan(1)
    for (const row of rows) expect(row.text).not.toContain('Very secret')
  })
})

describe('handing over to the police', () => {
  const both = { routes: ['children', 'police'], reason: 'There is a risk' }

  it('starts "told?" at "Not yet, awaiting the police’s first check", and says whom not to contact', async () => {
    await decide(officer, both)
    const shown = await page(officer)
    expect(shown).toContain('Not yet, awaiting the police’s first check')
    expect(shown).toContain('Do not contact the person, their family or partners')
    expect(shown).toContain('unless someone is in danger or children’s services advise it')
  })

  it('waits for a second officer: the decider is refused by the page', async () => {
    await decide(officer, both)
    expect(await handovers()).toMatchObject([{ state: 'waiting', checked_by: null }])
    expect(await page(officer, '/check')).toContain(
      'You decided this hand-over, so another officer must check it',
    )
    const own = await officer.post(`${concern.path}/check`, {
      version: '1',
      agrees: 'yes',
      note: 'I agree with myself',
    })
    expect(own.statusCode).toBe(422)
    expect(await handovers()).toMatchObject([{ state: 'waiting', checked_by: null }])
  })

  it.each([
    ['the policy', { checkedBy: 'me' }],
    ['the constraint', { checkedBy: 'me', superuser: true }],
  ] as const)('is refused to the decider by %s of the database', async (_what, options) => {
    await decide(officer, both)
    const [handover] = await app.database.sql('select id from concerns.handover where concern_id = $1', [
      concern.id,
    ])
    const attempt =
      'superuser' in options
        ? app.database.sql(
            `update concerns.handover set state = 'confirmed', checked_by = decided_by, checked_at = now() where id = $1`,
            [handover?.id],
          )
        : app.doors.vault.as(officer.person, (tx) =>
            tx
              .updateTable('concerns.handover')
              .set({ state: 'confirmed', checkedBy: officer.person.id, checkedAt: app.clock.now() })
              .where('id', '=', String(handover?.id))
              .execute(),
          )
    await expect(attempt).rejects.toThrow(/row-level security|second_officer/)
  })

  it('cannot be signed with a colleague’s name', async () => {
    await decide(officer, both)
    const forged = app.doors.vault.as(officer.person, (tx) =>
      tx
        .updateTable('concerns.handover')
        .set({ state: 'confirmed', checkedBy: colleague.person.id, checkedAt: app.clock.now() })
        .where('concernId', '=', concern.id)
        .execute(),
    )
    await expect(forged).rejects.toThrow(/row-level security/)
  })

  it.each([
    ['yes', 'confirmed', 'Confirmed by a second officer'],
    ['no', 'refused', 'Refused by a second officer'],
  ])('another officer answers %s', async (agrees, state, words) => {
    await decide(officer, both)
    const hidden = hiddenOf((await colleague.get(`${concern.path}/check`)).body)
    const fields = { ...hidden, agrees, note: 'I looked at it' }
    const checked = await colleague.post(`${concern.path}/check`, fields)
    expect(checked.statusCode).toBe(303)
    expect(await handovers()).toMatchObject([{ state, checked_by: colleague.person.id }])
    expect(await page(officer)).toContain(words)
    expect(await actsOn(app, concern.id)).toContain(`handover.${state}`)
    // a second press of the same button
    const again = await colleague.post(`${concern.path}/check`, fields)
    expect(again.statusCode).toBe(303)
  })

  it('goes at once when it is urgent, and owes a check within one working day', async () => {
    await decide(officer, { ...both, urgent: 'yes', urgentReason: 'They leave tonight' })
    const [handover] = await handovers()
    expect(handover).toMatchObject({ state: 'sent-unchecked', urgent: true })
    expect(new Date(String(handover?.check_by)).toISOString()).toBe('2026-11-24T17:00:00.000Z')
    const queue = textOf((await officer.get('/staff/concerns?show=to-check')).body)
    expect(queue).toContain(concern.ref)
    expect(queue).toContain('Check the hand-over by 5pm on Tuesday 24 November')
    expect(
      (await officer.post(`${concern.path}/check`, { version: '1', agrees: 'yes', note: 'x' })).statusCode,
    ).toBe(422)
    expect(
      (await fillIn(colleague, `${concern.path}/check`, { agrees: 'yes', note: 'Right' })).statusCode,
    ).toBe(303)
    expect(await handovers()).toMatchObject([{ state: 'checked' }])
    const [row] = await app.database.sql('select check_by from concerns.concern where id = $1', [concern.id])
    expect(row?.check_by).toBeNull()
  })

  it('that waits is replaced by a change of mind, and one that went is not sent twice', async () => {
    await decide(officer, both)
    await decide(colleague, { routes: ['advice'], reason: 'No, it is a misunderstanding' })
    expect(await handovers()).toMatchObject([{ state: 'superseded' }])
    expect(await page(officer)).not.toContain('Do not contact the person')
    await decide(officer, { ...both, urgent: 'yes', urgentReason: 'New facts' })
    await decide(colleague, both)
    expect((await handovers()).map(({ state }) => state).sort()).toEqual(['sent-unchecked', 'superseded'])
  })
})
