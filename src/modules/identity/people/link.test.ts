import { beforeAll, describe, expect, it } from 'vitest'
import { type Colleague, type TestApp, testApp } from '../../../../test/app.ts'
import { colleague, signInAs } from '../../../../test/colleagues.ts'
import { onPeoplePages } from '../../../../test/people.ts'
import { type Role, system } from '../../../kernel/actor.ts'
import type { PersonId } from '../../../kernel/ids.ts'

import { makeLink } from './invite.ts'
import { newLinkFor } from './link.ts'
import { getAccount } from './store.ts'

let test: TestApp
let admin: Colleague
let second: Colleague
beforeAll(async () => {
  test = await testApp()
  admin = await test.as('administrator')
  second = await test.as('manager')
})

const { page, grantOf, act, propose } = onPeoplePages(() => test)

describe('a new link', () => {
  it('is shown once, replaces the way in, and ends sessions', async () => {
    const account = await colleague(test, 'content-editor')
    const { browser } = await signInAs(test, account)
    const reply = await act(admin, account.id, 'link')
    const link = reply.body.match(/\/invitation\/[\w-]{43}/)?.[0] ?? ''
    expect(link).not.toBe('')
    expect((await admin.get(page(account.id))).body).not.toContain(link)
    expect((await test.visitor().get(link)).statusCode).toBe(200)
    await act(admin, account.id, 'link')
    expect((await test.visitor().get(link)).statusCode, 'an earlier link stops working').toBe(404)
    expect((await browser.get('/staff')).statusCode, 'nothing is lost until a link is used').toBe(200)
  })

  it.each<Role>(['safeguarding-officer', 'manager', 'data-protection-officer'])(
    'lets no administrator alone into the account of a %s',
    async (role) => {
      const { person } = await test.as(role)
      const asked = await act(admin, person.id, 'link')
      expect(asked.statusCode).toBe(303)
      expect((await admin.get(page(person.id))).body).toContain('a second person must agree')
      const own = await act(admin, person.id, 'link/agree')
      expect(own.statusCode).toBe(422)
      expect(own.body).not.toMatch(/\/invitation\/[\w-]{43}/)
      const agreed = await act(second, person.id, 'link/agree')
      expect(agreed.statusCode).toBe(200)
      expect(agreed.body).toMatch(/\/invitation\/[\w-]{43}/)
    },
  )

  it('made before a safeguarding role works no more after it', async () => {
    const { person } = await test.as()
    const link = (await act(admin, person.id, 'link')).body.match(/\/invitation\/[\w-]{43}/)?.[0] ?? ''
    await propose(admin, person.id, 'safeguarding-officer')
    expect((await test.visitor().get(link)).statusCode).toBe(200)
    await act(second, person.id, `roles/${await grantOf(person.id, 'safeguarding-officer')}/agree`)
    expect((await test.visitor().get(link)).statusCode).toBe(404)
  })

  it('by whoever runs Kith opens the account of the last administrator again, and of nobody closed', async () => {
    const operator = system('operator')
    const link = (id: string) =>
      test.doors.jobs.as(operator, async (tx) =>
        newLinkFor(tx, operator, await getAccount(tx, id as PersonId), test.clock.now()),
      )
    const made = await link(admin.person.id)
    expect(made.ok && (await test.visitor().get(`/invitation/${made.value.token}`)).statusCode).toBe(200)
    const { person } = await test.as()
    await act(admin, person.id, 'close')
    expect((await link(person.id)).ok).toBe(false)
  })

  it('cannot be made through the staff door with nobody acting', async () => {
    const { person } = await test.as()
    const forged = test.doors.staff.as(system('sign-in'), (tx) => makeLink(tx, person.id, test.clock.now()))
    await expect(forged).rejects.toThrow('only an administrator invites')
  })

  it('and roles that wait are shown to who can agree, and to nobody else', async () => {
    const { person } = await test.as('manager')
    await act(admin, person.id, 'link')
    expect((await second.get('/staff')).body).toContain('for a second person to agree')
    expect((await second.get('/staff/people?waiting=1')).body).toContain(person.name)
    expect((await (await test.as('content-editor')).get('/staff')).body).not.toContain('for a second person')
  })
})
