import { describe, expect, it } from 'vitest'
import { type Colleague, type TestApp, testApp } from '../../../../test/app.ts'

async function pair(): Promise<{ test: TestApp; one: Colleague; two: Colleague }> {
  const test = await testApp()
  return { test, one: await test.as('administrator'), two: await test.as('administrator') }
}
const grant = async (test: TestApp, who: Colleague): Promise<string> =>
  (
    await test.database.sql<{ id: string }>('select id from identity.role_grant where person_id = $1', [
      who.person.id,
    ])
  )[0]?.id ?? ''
const administrators = async (test: TestApp): Promise<number> =>
  (await test.database.sql<{ many: number }>('select identity.active_administrators() as many'))[0]?.many ?? 0

describe('the last administrator', () => {
  it('stays, when two end or close each other at the same moment', async () => {
    const { test, one, two } = await pair()
    const [first, second] = await Promise.all([
      one.post(`/staff/people/${two.person.id}/close`, { version: 2 }),
      two.post(`/staff/people/${one.person.id}/roles/${await grant(test, one)}/end`, { version: 2 }),
    ])
    expect([first.statusCode, second.statusCode].filter((status) => status === 303)).toHaveLength(1)
    expect(await administrators(test)).toBe(1)
  })

  it('cannot end their own role, nor be closed', async () => {
    const { test, one, two } = await pair()
    await one.post(`/staff/people/${two.person.id}/close`, { version: 2 })
    const own = await one.post(`/staff/people/${one.person.id}/roles/${await grant(test, one)}/end`, {
      version: 2,
    })
    expect(own.statusCode).toBe(422)
    expect(own.body).toContain('last active administrator')
    expect((await one.post(`/staff/people/${one.person.id}/close`, { version: 2 })).statusCode).toBe(422)
    expect(await administrators(test)).toBe(1)
    const end = test.doors.staff.as(one.person, async (tx) =>
      tx
        .updateTable('identity.roleGrant')
        .set({ endedBy: one.person.id, endedAt: test.clock.now() })
        .where('personId', '=', one.person.id)
        .execute(),
    )
    await expect(end, 'nor does the database let it').rejects.toThrow('the last administrator stays')
  })
})
