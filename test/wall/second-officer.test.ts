import { beforeAll, expect, it } from 'vitest'
import { type Colleague, type TestApp, testApp } from '../app.ts'
import { fillIn, hiddenOf, raised } from '../desk.ts'
import { openVault } from '../desk-vault.ts'
import { setRecordKind } from '../given-vault.ts'
import { textOf } from '../walk.ts'

// Promise 9: a second officer confirms a hand-over to the police, and confirms the one that they have read.

let app: TestApp
let officer: Colleague
let colleague: Colleague
beforeAll(async () => {
  app = await testApp()
  await setRecordKind(app)
  ;({ officer, colleague } = await openVault(app))
})

const states = (concern: string) =>
  app.database.sql(
    'select h.state from concerns.handover h join concerns.decision d on d.id = h.decision_id where h.concern_id = $1 order by d.decided_at, h.id',
    [concern],
  )

it('signs only the hand-over that was on the second officer’s page, not one that took its place', async () => {
  const concern = await raised(app)
  await fillIn(officer, `${concern.path}/decide`, { routes: 'police', reason: 'What my colleague reads' })
  const read = hiddenOf((await colleague.get(`${concern.path}/check`)).body)
  app.clock.advance({ minutes: 1 })
  await fillIn(officer, `${concern.path}/decide`, { routes: 'police', reason: 'What nobody has read' })
  const signed = await colleague.post(`${concern.path}/check`, { ...read, agrees: 'yes', note: 'Right' })
  expect(signed.statusCode).toBe(422)
  expect(textOf(signed.body)).toContain('What nobody has read')
  expect(await states(concern.id)).toEqual([{ state: 'superseded' }, { state: 'waiting' }])
  const again = await fillIn(colleague, `${concern.path}/check`, { agrees: 'yes', note: 'I read this one' })
  expect(again.statusCode).toBe(303)
  expect(await states(concern.id)).toEqual([{ state: 'superseded' }, { state: 'confirmed' }])
})

it('takes no hand-over of another concern', async () => {
  const [one, other] = [await raised(app), await raised(app)]
  for (const { path } of [one, other])
    await fillIn(officer, `${path}/decide`, { routes: 'police', reason: 'There is a risk' })
  const read = hiddenOf((await colleague.get(`${one.path}/check`)).body)
  const moved = await colleague.post(`${other.path}/check`, { ...read, agrees: 'yes', note: 'Right' })
  expect(moved.statusCode).toBe(422)
  expect(await states(one.id)).toEqual([{ state: 'waiting' }])
  expect(await states(other.id)).toEqual([{ state: 'waiting' }])
})

it('lets one of two answers win when two officers press at once', async () => {
  const third = await app.as('safeguarding-officer')
  const concern = await raised(app)
  await fillIn(officer, `${concern.path}/decide`, { routes: 'police', reason: 'There is a risk' })
  const page = hiddenOf((await colleague.get(`${concern.path}/check`)).body)
  const answers = await Promise.all(
    ['yes', 'no'].map((agrees) =>
      colleague.post(`${concern.path}/check`, { ...page, agrees, note: 'At the same moment' }),
    ),
  )
  expect(answers.some(({ statusCode }) => statusCode === 303)).toBe(true)
  const [first] = await states(concern.id)
  expect(['confirmed', 'refused']).toContain(first?.state)
  const log = await app.database.sql(
    `select action from vault_audit.entry where subject = $1 and action like 'handover.%'`,
    [concern.id],
  )
  expect(log).toEqual([{ action: `handover.${first?.state}` }])
  // an officer without the vault reads and signs nothing
  expect((await third.post(`${concern.path}/check`, { ...page, agrees: 'yes', note: 'x' })).statusCode).toBe(
    422,
  )
})
