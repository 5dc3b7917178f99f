import { beforeAll, expect, it } from 'vitest'
import { type Colleague, type TestApp, testApp } from '../app.ts'
import { colleague } from '../colleagues.ts'
import { raised } from '../desk.ts'
import { openVault } from '../desk-vault.ts'
import { setRecordKind } from '../given-vault.ts'

// An administrator alone, who can make accounts and links, learns nothing of the closed half: not even how much is in it.

let app: TestApp
let admin: Colleague
beforeAll(async () => {
  app = await testApp()
  await setRecordKind(app)
  await openVault(app)
  await raised(app)
  admin = await app.as('administrator')
})

const versionOf = async (id: string): Promise<string> => {
  const [row] = await app.database.sql('select version from identity.person where id = $1', [id])
  return String(row?.version)
}

const DOORS = ['', '/clocks', '/log', '/vault', '/search', '/new', '/vault/rotate']

it.each(['safeguarding-officer', 'safeguarding-lead', 'manager', 'data-protection-officer', 'administrator'])(
  'cannot give a second account of their own the role of %s',
  async (role) => {
    const puppet = await app.as()
    const given = { role, version: await versionOf(puppet.person.id) }
    expect((await admin.post(`/staff/people/${puppet.person.id}/roles`, given)).statusCode).toBe(303)
    for (const door of DOORS)
      expect([door, (await puppet.get(`/staff/concerns${door}`)).statusCode]).toEqual([door, 404])
    // nor agree to what they proposed themselves, from either account
    const [grant] = await app.database.sql('select id from identity.role_grant where person_id = $1', [
      puppet.person.id,
    ])
    for (const who of [admin, puppet]) {
      const fields = { version: await versionOf(puppet.person.id) }
      await who.post(`/staff/people/${puppet.person.id}/roles/${grant?.id}/agree`, fields)
    }
    const [after] = await app.database.sql('select approved_at from identity.role_grant where id = $1', [
      grant?.id,
    ])
    expect(after?.approved_at).toBeNull()
  },
)

it.each(['safeguarding-officer', 'safeguarding-lead', 'manager', 'data-protection-officer'] as const)(
  'cannot become the %s by a new link',
  async (role) => {
    const { id } = await colleague(app, ...(role.startsWith('safeguarding') ? [] : [role]))
    if (role.startsWith('safeguarding'))
      await app.database.sql(
        `insert into identity.role_grant (id, person_id, role, approved_by, approved_at)
         values (gen_random_uuid(), $1, $2, $1, now())`,
        [id, role],
      )
    const answer = await admin.post(`/staff/people/${id}/link`, { version: await versionOf(id) })
    expect(answer.body).not.toMatch(/\/invitation\/[\w-]{43}/)
    const rows = await app.database.sql(
      'select 1 from identity.invitation where person_id = $1 and hash is not null and used_at is null and ended_at is null',
      [id],
    )
    expect(rows).toEqual([])
  },
)

it('is shown the same bytes for a concern that is there and one that is not', async () => {
  const concern = await raised(app)
  const none = '/staff/concerns/0190a000-0000-7000-8000-000000000000'
  for (const under of ['', '/decide', '/check', '/note', '/receipt'])
    expect((await admin.get(`${concern.path}${under}`)).body).toBe((await admin.get(`${none}${under}`)).body)
})
