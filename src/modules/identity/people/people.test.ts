import { beforeAll, describe, expect, it } from 'vitest'
import { type Colleague, type TestApp, testApp } from '../../../../test/app.ts'
import { colleague, hidden, signInAs } from '../../../../test/colleagues.ts'
import { onPeoplePages } from '../../../../test/people.ts'
import type { Role } from '../../../kernel/actor.ts'

let test: TestApp
let admin: Colleague
let second: Colleague
beforeAll(async () => {
  test = await testApp()
  admin = await test.as('administrator')
  second = await test.as('manager')
})

const { page, version, grantOf, act, propose } = onPeoplePages(() => test)
const openRoles = async (id: string): Promise<string[]> => {
  const rows = await test.database.sql<{ role: string }>(
    'select role from identity.role_grant where person_id = $1 and approved_at is not null and ended_at is null order by role',
    [id],
  )
  return rows.map(({ role }) => role)
}

describe('roles', () => {
  it('gives an ordinary role at once, and it works at the next request', async () => {
    const someone = await test.as()
    expect((await someone.get('/staff/people')).statusCode).toBe(404)
    expect((await propose(admin, someone.person.id, 'content-editor')).statusCode).toBe(303)
    expect((await someone.get('/staff/people')).statusCode).toBe(200)
    await act(admin, someone.person.id, `roles/${await grantOf(someone.person.id, 'content-editor')}/end`)
    expect((await someone.get('/staff/people')).statusCode).toBe(404)
    expect((await test.auditOf(someone.person.id)).map(({ action }) => action)).toEqual([
      'person.role-given',
      'person.role-ended',
    ])
  })

  it.each<Role>([
    'safeguarding-officer',
    'safeguarding-lead',
    'administrator',
    'manager',
    'data-protection-officer',
  ])('takes two people for the %s', async (role) => {
    const { person } = await test.as()
    expect((await propose(admin, person.id, role)).statusCode).toBe(303)
    expect(await openRoles(person.id)).toEqual([])
    const grant = await grantOf(person.id, role)
    const own = await act(admin, person.id, `roles/${grant}/agree`)
    expect(own.statusCode).toBe(422)
    expect(own.body).toContain('Somebody else must agree')
    expect(await openRoles(person.id)).toEqual([])
    expect((await act(second, person.id, `roles/${grant}/agree`)).statusCode).toBe(303)
    expect(await openRoles(person.id)).toEqual([role])
  })

  it('lets nobody agree to a role of their own', async () => {
    const manager = await test.as('manager')
    await propose(admin, manager.person.id, 'safeguarding-officer')
    const reply = await act(
      manager,
      manager.person.id,
      `roles/${await grantOf(manager.person.id, 'safeguarding-officer')}/agree`,
    )
    expect(reply.statusCode).toBe(422)
    expect(await openRoles(manager.person.id)).toEqual(['manager'])
  })

  it('lets an administrator give themselves nothing alone', async () => {
    const other = await test.as('administrator')
    await propose(other, other.person.id, 'content-editor')
    expect(await openRoles(other.person.id)).toEqual(['administrator'])
    await act(admin, other.person.id, `roles/${await grantOf(other.person.id, 'content-editor')}/agree`)
    expect(await openRoles(other.person.id)).toEqual(['administrator', 'content-editor'])
  })

  it('agrees only once somebody has set up their account', async () => {
    const invited = await admin.post('/staff/people/invite', {
      name: 'New Lead',
      email: 'lead@example.org',
      roles: ['safeguarding-lead'],
    })
    expect(invited.body).toContain('Hand over this link')
    const [row] = await test.database.sql<{ id: string }>(
      `select id from identity.person where email = 'lead@example.org'`,
    )
    const id = row?.id ?? ''
    const reply = await act(second, id, `roles/${await grantOf(id, 'safeguarding-lead')}/agree`)
    expect(reply.statusCode).toBe(422)
    expect(reply.body).toContain('set up their account first')
  })

  it('lets a manager decline, and end nothing that was agreed', async () => {
    const { person } = await test.as('content-editor')
    expect(
      (await act(second, person.id, `roles/${await grantOf(person.id, 'content-editor')}/end`)).statusCode,
    ).toBe(404)
    await propose(admin, person.id, 'manager')
    expect(
      (await act(second, person.id, `roles/${await grantOf(person.id, 'manager')}/end`)).statusCode,
    ).toBe(303)
    expect(await grantOf(person.id, 'manager')).toBe('')
  })
})

describe('the database, whatever a page forgets', () => {
  const grants = (values: object) => (tx: Parameters<Parameters<typeof test.doors.staff.as>[1]>[0]) =>
    tx
      .insertInto('identity.roleGrant')
      .values(values as never)
      .execute()
  const agree = (id: string, by: string) => (tx: Parameters<Parameters<typeof test.doors.staff.as>[1]>[0]) =>
    tx
      .updateTable('identity.roleGrant')
      .set({ approvedBy: by, approvedAt: test.clock.now() })
      .where('id', '=', id)
      .execute()

  it('refuses a role that one person proposes and agrees to', async () => {
    const { person } = await test.as()
    const at = test.clock.now()
    const both = {
      id: crypto.randomUUID(),
      personId: person.id,
      role: 'safeguarding-officer',
      proposedBy: admin.person.id,
      proposedAt: at,
      approvedBy: admin.person.id,
      approvedAt: at,
    }
    await expect(test.doors.staff.as(admin.person, grants(both))).rejects.toThrow(
      /row-level security|two_people/,
    )
    const faked = { ...both, proposedBy: second.person.id }
    await expect(test.doors.staff.as(admin.person, grants(faked))).rejects.toThrow(/row-level security/)
    await propose(admin, person.id, 'safeguarding-officer')
    const id = await grantOf(person.id, 'safeguarding-officer')
    await expect(test.doors.staff.as(admin.person, agree(id, admin.person.id))).rejects.toThrow(
      'two people must agree',
    )
    await expect(test.doors.staff.as(admin.person, agree(id, second.person.id))).rejects.toThrow(
      'two people must agree',
    )
    await expect(test.doors.staff.as(person, agree(id, person.id))).resolves.toMatchObject([
      { numUpdatedRows: 0n },
    ])
    expect(await openRoles(person.id)).toEqual([])
  })

  it('refuses a safeguarding role by the operator alone', async () => {
    const { person } = await test.as()
    const at = test.clock.now()
    const row = {
      id: crypto.randomUUID(),
      personId: person.id,
      role: 'safeguarding-lead',
      proposedAt: at,
      approvedAt: at,
    }
    await expect(test.doors.jobs.as({ kind: 'public' }, grants(row))).rejects.toThrow(
      /row-level security|two_people/,
    )
  })

  it('refuses a new account or role by anybody but an administrator', async () => {
    const editor = await test.as('content-editor')
    const person = { id: crypto.randomUUID(), email: 'x@example.org', name: 'X' }
    for (const who of [editor.person, second.person, { kind: 'public' } as const])
      await expect(
        test.doors.staff.as(who, (tx) => tx.insertInto('identity.person').values(person).execute()),
      ).rejects.toThrow(/row-level security/)
    const row = {
      id: crypto.randomUUID(),
      personId: editor.person.id,
      role: 'data-protection-officer',
      proposedBy: editor.person.id,
      proposedAt: test.clock.now(),
    }
    await expect(test.doors.staff.as(editor.person, grants(row))).rejects.toThrow(/row-level security/)
  })

  it('does not change the past of a role', async () => {
    const { person } = await test.as('content-editor')
    const id = await grantOf(person.id, 'content-editor')
    await act(admin, person.id, `roles/${id}/end`)
    const reopen = test.doors.staff.as(admin.person, (tx) =>
      tx
        .updateTable('identity.roleGrant')
        .set({ endedAt: null, endedBy: null })
        .where('id', '=', id)
        .execute(),
    )
    await expect(reopen).rejects.toThrow('the past of a role does not change')
  })
})

describe('an account', () => {
  it('is invited, set up and signed in by link', async () => {
    const account = await colleague(test, 'content-editor')
    expect(await openRoles(account.id)).toEqual(['content-editor'])
  })

  it('refuses a second account with the same address, however it is written', async () => {
    const fields = { name: 'Twice', roles: ['content-editor'] }
    expect(
      (await admin.post('/staff/people/invite', { ...fields, email: 'Twice@Example.org' })).statusCode,
    ).toBe(200)
    const again = await admin.post('/staff/people/invite', { ...fields, email: ' twice@example.org' })
    expect(again.statusCode).toBe(422)
    expect(again.body).toContain('has an account already')
    expect(again.body).toContain('value="Twice"')
  })

  it('is closed at the next request, loses its roles, and opens again without them', async () => {
    const account = await colleague(test, 'content-editor')
    const { browser } = await signInAs(test, account)
    expect((await act(admin, account.id, 'close')).statusCode).toBe(303)
    expect((await browser.get('/staff')).statusCode).toBe(303)
    const shut = await test.visitor().post('/sign-in', { email: account.email, password: account.password })
    expect(shut.statusCode).toBe(422)
    const opened = await act(admin, account.id, 'reopen')
    expect(opened.body).toContain('/invitation/')
    expect(await openRoles(account.id)).toEqual([])
    const before = await test.visitor().post('/sign-in', { email: account.email, password: account.password })
    expect(before.statusCode, 'the old password counts no longer').toBe(422)
  })

  it('shows both sides when two change a name, and loses neither', async () => {
    const { person } = await test.as()
    const stale = await version(person.id)
    expect((await admin.post(`${page(person.id)}/name`, { name: 'First', version: stale })).statusCode).toBe(
      303,
    )
    const late = await admin.post(`${page(person.id)}/name`, { name: 'Second', version: stale })
    expect(late.statusCode).toBe(409)
    expect(late.body).toContain('The name is now <bdi>First</bdi>')
    expect(late.body).toMatch(/name="name"[^>]*value="Second"|value="Second"[^>]*name="name"/)
    const saved = await admin.post(`${page(person.id)}/name`, {
      name: 'Second',
      version: hidden(late.body, 'version'),
    })
    expect(saved.statusCode).toBe(303)
  })

  it('does nothing on a stale page, and says what was asked for', async () => {
    const { person } = await test.as()
    const stale = await version(person.id)
    await propose(admin, person.id, 'content-editor')
    const reply = await admin.post(`${page(person.id)}/close`, { version: stale })
    expect(reply.statusCode).toBe(409)
    expect(reply.body).toContain('You asked to close this account')
    expect(await openRoles(person.id)).toEqual(['content-editor'])
  })

  it('is listed 25 a page, found by name, with odd names', async () => {
    for (let i = 0; i < 30; i++)
      await test.database.sql(`insert into identity.person (id, email, name) values ($1, $2, $3)`, [
        crypto.randomUUID(),
        `many${i}@example.org`,
        `Many O'Neill ${i} <script>`,
      ])
    const first = await admin.get('/staff/people?q=many')
    expect(first.body.match(/href="\/staff\/people\/[0-9a-f-]{36}"/g)).toHaveLength(25)
    expect(first.body).not.toContain('0 <script>')
    const rest = await admin.get('/staff/people?q=many&page=2')
    expect(rest.body.match(/href="\/staff\/people\/[0-9a-f-]{36}"/g)).toHaveLength(5)
    for (const query of [
      'q=%25',
      'q=_',
      'q=%5C',
      'q=%00',
      'q=a&q=b',
      'page=-1',
      'page=x',
      'page=99999999999999999999',
    ])
      expect((await admin.get(`/staff/people?${query}`)).statusCode, query).toBe(200)
  })
})
