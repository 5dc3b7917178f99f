import { beforeAll, expect, it } from 'vitest'
import type { Person } from '../../src/kernel/actor.ts'
import { type TestApp, testApp } from '../app.ts'
import { codeNow, colleague, hidden } from '../colleagues.ts'
import { raised } from '../desk.ts'
import { openVault } from '../desk-vault.ts'
import { setRecordKind } from '../given-vault.ts'

// A form that is kept while its writer signs in or opens the vault again is for that writer alone.

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})

type Account = Awaited<ReturnType<typeof colleague>>

/** Signs in with a kept form in hand, and gives what comes after the code. */
async function signInWith(kept: string, account: Account) {
  app.clock.advance({ minutes: 1 })
  const browser = app.visitor()
  const asked = await browser.post('/sign-in', { email: account.email, password: account.password, kept })
  return browser.post('/sign-in/code', {
    ticket: hidden(asked.body, 'ticket'),
    kept,
    code: codeNow(app, account),
  })
}

it('is not a form that a stranger left on the sign-in page for the next colleague to send', async () => {
  const planted = await app.visitor().post('/staff/people/invite', {
    name: 'Planted Person',
    email: 'planted@example.org',
    roles: 'data-protection-officer',
  })
  expect(planted.statusCode).toBe(401)
  expect(hidden(planted.body, 'kept')).toBe('')
  // nor under a cookie that was never anybody's
  const invented = app.visitor()
  invented.cookies.set('kith', 'A'.repeat(43))
  const late = await invented.post('/staff/people/invite', { name: 'x', email: 'planted@example.org' })
  const after = await signInWith(hidden(late.body, 'kept'), await colleague(app, 'administrator'))
  expect(after.body).not.toContain('planted@example.org')
  expect(after.statusCode).toBe(303)
})

it('opens no words of the vault at the door of another account', async () => {
  await setRecordKind(app)
  const { officer } = await openVault(app)
  const concern = await raised(app)
  app.clock.advance({ minutes: 16 })
  const shut = await officer.post(`${concern.path}/note`, { note: 'Very secret note', once: 'x' })
  const kept = hidden(shut.body, 'kept')
  expect(kept).not.toBe('')
  const after = await signInWith(kept, await colleague(app, 'engagement-officer'))
  expect(after.body).not.toContain('Very secret note')
})

it('goes on for the person whose session it was, also after they signed out', async () => {
  const account = await colleague(app, 'administrator')
  const person: Person = { kind: 'person', id: account.id, name: account.name, roles: account.roles }
  const writer = await app.again(person)
  app.clock.advance({ minutes: 31 })
  const late = await writer.post('/staff/people/invite', { name: 'Wanted', email: 'wanted@example.org' })
  const after = await signInWith(hidden(late.body, 'kept'), account)
  expect(after.body).toContain('wanted@example.org')
})
