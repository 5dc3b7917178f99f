import { beforeAll, describe, expect, it } from 'vitest'
import { system } from '../../src/kernel/actor.ts'
import { sealLog, verifyLog } from '../../src/platform/audit/index.ts'
import { type Colleague, type TestApp, testApp } from '../app.ts'
import { actsOn, fillIn, raised } from '../desk.ts'
import { openVault } from '../desk-vault.ts'
import { setRecordKind } from '../given-vault.ts'
import { withClient } from '../template.ts'

// Promise 13: every read of a person's record is logged, in a log that shows tampering.

let app: TestApp
let officer: Colleague
let concern: Awaited<ReturnType<typeof raised>>
beforeAll(async () => {
  app = await testApp()
  await setRecordKind(app)
  ;({ officer } = await openVault(app))
  concern = await raised(app, 'The boy called Zebulon next door')
})

describe('reading a concern', () => {
  it.each(['', '/decide'])('is logged at %j, also when it is read again', async (under) => {
    const before = (await actsOn(app, concern.id)).length
    for (let n = 0; n < 2; n++)
      expect((await officer.get(`${concern.path}${under}`)).body).toContain('Zebulon')
    expect((await actsOn(app, concern.id)).slice(before)).toEqual(['concern.read', 'concern.read'])
  })

  it('is logged when words that somebody searches for are found in it, without the words', async () => {
    const before = (await actsOn(app, concern.id)).length
    const found = await officer.post('/staff/concerns/search', { words: 'Zebulon', purpose: 'same-person' })
    expect(found.body).toContain(concern.ref)
    await officer.post('/staff/concerns/search', { words: 'Nobody', purpose: 'same-person' })
    expect((await actsOn(app, concern.id)).slice(before)).toEqual(['concern.found'])
  })

  it('is logged without a word of what it says, what was written on it or what became of it', async () => {
    await fillIn(officer, `${concern.path}/note`, { note: 'Very secret note' })
    await fillIn(officer, `${concern.path}/reply`, { reply: 'Very secret reply' })
    await fillIn(officer, `${concern.path}/decide`, {
      routes: ['police', 'children'],
      reason: 'Very secret reason',
    })
    const rows = await app.database.sql('select subject, detail::text as detail from vault_audit.entry')
    for (const { detail } of rows) expect(detail).not.toMatch(/secret|Zebulon|boy|police|children|advice/i)
    // and the open half's log has nothing of it at all
    const open = await app.database.sql(
      `select 1 from audit.entry where action ~ '^(concern|handover|vault|search|queue)' or subject = $1`,
      [concern.id],
    )
    expect(open).toEqual([])
  })
})

it('shows when one byte of a line is changed, by whoever can write in the database', async () => {
  await app.doors.vault_jobs.as(system('test'), (tx) => sealLog(tx, 'vault_audit'))
  const verify = () => withClient(app.database.adminUrl, (client) => verifyLog(client, 'vault_audit'))
  expect((await verify()).findings).toEqual([])
  await app.database.sql(
    `update vault_audit.entry set action = 'concern.noted' where id = (select min(id) from vault_audit.entry where action = 'concern.read')`,
  )
  expect((await verify()).findings).toHaveLength(1)
})
