import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { withClient } from '../../../test/template.ts'
import { type Person, PUBLIC, system } from '../../kernel/actor.ts'
import { newId } from '../../kernel/ids.ts'
import { closeDoors, openDoors } from '../db/index.ts'
import { audit, daySeals, sealLog, vaultAudit, verifyLog } from './index.ts'

let database: TestDatabase
let doors: ReturnType<typeof openDoors>
beforeAll(async () => {
  database = await freshDatabase()
  doors = openDoors(database.doors)
})
afterAll(async () => {
  await closeDoors(doors)
  await database.drop()
})

const officer: Person = { kind: 'person', id: newId(), name: 'Ada', roles: [] }
const verify = (expected?: string) =>
  withClient(database.adminUrl, (client) => verifyLog(client, 'audit', expected))
const seal = () => doors.jobs.as(system('sealing'), (tx) => sealLog(tx, 'audit'))
const write = (action: string) => doors.staff.as(officer, (tx) => audit(tx, officer, action, 'x', { n: 1 }))

describe('the sealed log', () => {
  beforeEach(async () => {
    await database.sql('truncate audit.entry, audit.seal')
    for (const action of ['one', 'two', 'three']) await write(action)
  })

  it('verifies, and reports the tail that is not sealed yet', async () => {
    // three, and the row of the day itself
    expect(await seal()).toBe(4)
    await write('four')
    expect(await verify()).toMatchObject({ seals: 1, entries: 4, unsealed: 1, findings: [] })
    expect(await seal()).toBe(1)
    expect(await seal()).toBe(0)
    expect(await verify()).toMatchObject({ seals: 2, entries: 5, unsealed: 0, findings: [] })
  })

  it.each([
    ['one byte of an action', `update audit.entry set action = 'twp' where action = 'two' returning id`],
    [
      'the time',
      `update audit.entry set at = at + interval '1 microsecond' where action = 'two' returning id`,
    ],
    ['who did it', `update audit.entry set actor_id = gen_random_uuid() where action = 'two' returning id`],
    ['a detail', `update audit.entry set detail = '{"n": 2}' where action = 'two' returning id`],
    [
      'an erasure nobody logged',
      `update audit.entry set erased_at = now(), detail = '{}' where action = 'two' returning id`,
    ],
    ['a removal', `delete from audit.entry where action = 'two' returning id`],
  ])('names the row when somebody changes %s', async (_what, change) => {
    await seal()
    const [row] = await database.sql<{ id: string }>(change)
    const { findings } = await verify()
    expect(findings.map((finding) => finding.entry)).toEqual([Number(row?.id)])
  })

  it('finds a rewritten seal, a lost one, and a past that differs from what was public', async () => {
    await seal()
    const [shown] = await doors.public.as(PUBLIC, daySeals)
    await write('four')
    await seal()
    expect((await verify(shown?.hash)).findings).toEqual([])
    await database.sql('delete from audit.entry where seal = 2')
    await database.sql('delete from audit.seal where id = 2')
    expect((await verify()).findings).toEqual([])
    expect((await verify('ab'.repeat(32))).findings).toHaveLength(1)
    await database.sql(`update audit.seal set hash = sha256('x') where id = 1`)
    expect((await verify(shown?.hash)).findings).toHaveLength(2)
  })

  it('still verifies when a row is erased, which only the data protection officer may do', async () => {
    await seal()
    const [row] = await database.sql<{ id: string }>(`select id from audit.entry where action = 'two'`)
    const erase = `select audit.erase_entry(${row?.id})`
    const dpo = newId()
    await database.sql(
      `insert into identity.person (id, email, name, status) values ($1, 'd@example.org', 'Dee', 'active')`,
      [dpo],
    )
    await database.sql(
      `insert into identity.role_grant (id, person_id, role, approved_at) values ($1, $2, 'data-protection-officer', now())`,
      [newId(), dpo],
    )
    const as = (who: string) =>
      withClient(database.doors.staff, async (client) => {
        await client.query(`select set_config('kith.actor_id', $1, false)`, [who])
        await client.query(erase)
      })
    await expect(as(officer.id)).rejects.toThrow(/insufficient_privilege/)
    await as(dpo)
    expect((await verify()).findings).toEqual([])
    await seal()
    expect((await verify()).findings).toEqual([])
    const [left] = await database.sql('select subject, detail from audit.entry where id = $1', [row?.id])
    expect(left).toEqual({ subject: null, detail: {} })
  })

  it('seals each half by its own role only', async () => {
    await doors.vault.as(officer, (tx) => vaultAudit(tx, officer, 'concern.read'))
    await expect(doors.jobs.as(system('x'), (tx) => sealLog(tx, 'vault_audit'))).rejects.toThrow(
      /permission denied/,
    )
    expect(await doors.vault_jobs.as(system('x'), (tx) => sealLog(tx, 'vault_audit'))).toBe(2)
    await expect(doors.vault_jobs.as(system('x'), (tx) => sealLog(tx, 'audit'))).rejects.toThrow(
      /permission denied/,
    )
  })

  it('seals every row once when two sealers run at once', async () => {
    await Promise.all([seal(), seal(), seal()])
    expect(await verify()).toMatchObject({ entries: 4, unsealed: 0, findings: [] })
  })
})
