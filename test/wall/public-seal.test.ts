import { beforeAll, expect, it } from 'vitest'
import { type System, system } from '../../src/kernel/actor.ts'
import { sealLog } from '../../src/platform/audit/index.ts'
import { type TestApp, testApp } from '../app.ts'
import { raised } from '../desk.ts'
import { openVault } from '../desk-vault.ts'
import { setRecordKind } from '../given-vault.ts'
import { textOf } from '../walk.ts'

// Promises 13, 14 and 18: the day's seal is public, and tells a stranger who looks each minute of nobody's work.

const SEALING: System = system('sealing')

let app: TestApp
beforeAll(async () => {
  app = await testApp()
  await setRecordKind(app)
})

const sealBoth = async () => {
  await app.doors.jobs.as(SEALING, (tx) => sealLog(tx, 'audit'))
  await app.doors.vault_jobs.as(SEALING, (tx) => sealLog(tx, 'vault_audit'))
}

/** The page as a stranger reads it a minute later. */
async function shown(): Promise<string[]> {
  app.clock.advance({ minutes: 2 })
  return textOf((await app.visitor().get('/what-we-hold')).body).match(/(?:\b[0-9a-f]{8} ?){8}/g) ?? []
}

it('is there before anybody has done anything, and stays while officers work', async () => {
  await sealBoth()
  const first = await shown()
  expect(first).toHaveLength(2)
  const { officer } = await openVault(app)
  const concern = await raised(app)
  expect((await officer.get(concern.path)).statusCode).toBe(200)
  await sealBoth()
  expect(await app.database.sql('select 1 from vault_audit.seal')).toHaveLength(2)
  expect(await shown()).toEqual(first)
})

it('is another on the next day, also when nobody did anything', async () => {
  const first = await shown()
  for (const log of ['audit', 'vault_audit'])
    await app.database.sql(`update ${log}.entry set at = at - interval '1 day' where action = 'day.began'`)
  await sealBoth()
  const second = await shown()
  expect(second).toHaveLength(2)
  for (const hash of second) expect(first).not.toContain(hash)
})
