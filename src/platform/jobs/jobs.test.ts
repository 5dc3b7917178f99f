import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { withClient } from '../../../test/template.ts'
import { system } from '../../kernel/actor.ts'
import { audit } from '../audit/index.ts'
import { openDatabase } from '../db/index.ts'
import { installJobs, startJobs } from './index.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

const faults: string[] = []
const log = (line: string) => void faults.push(line)

describe('the queues', () => {
  it('install twice without harm', async () => {
    await installJobs(database.adminUrl)
  })

  it('seal what was left, work on as their own roles, and stop', async () => {
    const staff = openDatabase({ url: database.doors.staff })
    await staff.as(system('test'), (tx) => audit(tx, system('test'), 'thing.done'))
    const jobs = await startJobs(database.doors, log)
    expect(await database.sql('select count(*) as n from audit.entry where seal is null')).toEqual([
      { n: '0' },
    ])
    await staff.as(system('test'), (tx) => audit(tx, system('test'), 'later'))
    await staff.close()
    await withClient(database.doors.jobs, (client) => client.query(`select graphile_worker.add_job('seal')`))
    await expect
      .poll(() => database.sql('select count(*) as n from audit.entry where seal is null'), {
        timeout: 10_000,
      })
      .toEqual([{ n: '0' }])
    await jobs.stop()
    expect(faults).toEqual([])
  })

  it('are closed to the other half and to every request', async () => {
    const tries = [
      [database.doors.jobs, 'graphile_worker_vault'],
      [database.doors.vault_jobs, 'graphile_worker'],
      [database.doors.staff, 'graphile_worker'],
      [database.doors.public, 'graphile_worker'],
      [database.doors.vault, 'graphile_worker'],
    ] as const
    for (const [url, schema] of tries)
      await expect(withClient(url, (client) => client.query(`select * from ${schema}.jobs`))).rejects.toThrow(
        /permission denied/,
      )
  })
})
