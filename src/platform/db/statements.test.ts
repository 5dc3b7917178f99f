import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { PUBLIC } from '../../kernel/actor.ts'
import { type Database, openDatabase } from './index.ts'
import { statementName } from './statements.ts'

let database: TestDatabase
let one: Database
beforeAll(async () => {
  database = await freshDatabase()
  one = openDatabase({ url: database.doors.public, size: 1 })
})
afterAll(async () => {
  await one.close()
  await database.drop()
})

describe('queries that come back', () => {
  it('are prepared from the second time on', async () => {
    const ask = () => one.as(PUBLIC, (tx) => sql<{ n: number }>`select 41 + ${1}::integer as n`.execute(tx))
    for (let times = 0; times < 3; times++) expect((await ask()).rows).toEqual([{ n: 42 }])
    const { rows } = await one.as(PUBLIC, (tx) =>
      sql<{
        statement: string
      }>`select statement from pg_prepared_statements where statement like 'select 41 +%'`.execute(tx),
    )
    expect(rows).toHaveLength(1)
  })

  it('may be asked several times at once on one connection', async () => {
    const rows = await one.as(PUBLIC, (tx) =>
      Promise.all(
        [1, 2, 3].map(async (n) => (await sql<{ n: number }>`select ${n}::integer as n`.execute(tx)).rows),
      ),
    )
    expect(rows.flat()).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }])
  })

  it('work again after one that failed to prepare in a broken transaction', async () => {
    const ask = (breakFirst: boolean) =>
      one.as(PUBLIC, async (tx) => {
        const broken = breakFirst ? [sql`select 1/0`.execute(tx)] : []
        await Promise.all([...broken, sql`select ${'late'}::text as word`.execute(tx)])
      })
    await ask(false)
    await expect(ask(true)).rejects.toThrow(/division by zero/)
    await expect(ask(true)).rejects.toThrow(/division by zero/)
    await expect(ask(false)).resolves.toBeUndefined()
  })

  it('heal by a fresh connection when a migration changed what they return', async () => {
    await database.sql('create table public.changing (a integer)')
    await database.sql('grant usage on schema public to kith_public')
    await database.sql('grant select on public.changing to kith_public')
    const ask = () => one.as(PUBLIC, (tx) => sql`select * from public.changing`.execute(tx))
    for (let times = 0; times < 3; times++) await ask()
    await database.sql('alter table public.changing add column b text')
    await expect(ask()).rejects.toThrow(/cached plan/)
    expect((await ask()).rows).toEqual([])
  })

  it('take no names for what never comes back', () => {
    for (let n = 0; n < 5_000; n++) expect(statementName(`select ${n} as never_again`)).toBeUndefined()
    expect(statementName('select again')).toBeUndefined()
    expect(statementName('select again')).toMatch(/^kith_\d+$/)
  })
})
