import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import type { Person } from '../../kernel/actor.ts'
import { PUBLIC, system } from '../../kernel/actor.ts'
import { newId } from '../../kernel/ids.ts'
import { audit, vaultAudit } from '../audit/index.ts'
import { closeDoors, DatabaseAway, openDatabase, openDoors } from './index.ts'

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

const somebody: Person = { kind: 'person', id: newId(), name: 'Ada', roles: [] }

describe('a transaction through a door', () => {
  it('signs the log with its actor, and only with its actor', async () => {
    await doors.staff.as(somebody, (tx) => audit(tx, somebody, 'thing.done', 'x'))
    const rows = await database.sql('select actor_id, actor from audit.entry where action = $1', [
      'thing.done',
    ])
    expect(rows).toEqual([{ actor_id: somebody.id, actor: 'person' }])
    const forged = doors.staff.as(PUBLIC, (tx) =>
      tx
        .insertInto('audit.entry')
        .values({ actor: 'person', actorId: somebody.id, action: 'forged' })
        .execute(),
    )
    await expect(forged).rejects.toThrow(/permission denied/)
  })

  it('leaves no actor behind in the connection', async () => {
    const one = openDatabase({ url: database.doors.staff, size: 1 })
    await one.as(somebody, (tx) => audit(tx, somebody, 'first'))
    await one.as(system('next'), (tx) => audit(tx, system('next'), 'second'))
    await one.close()
    const rows = await database.sql('select actor_id, actor from audit.entry where action = $1', ['second'])
    expect(rows).toEqual([{ actor_id: null, actor: 'next' }])
  })

  it('keeps nothing of what failed half-way', async () => {
    const act = doors.staff.as(somebody, async (tx) => {
      await audit(tx, somebody, 'half')
      throw new Error('no')
    })
    await expect(act).rejects.toThrow('no')
    expect(await database.sql('select 1 from audit.entry where action = $1', ['half'])).toEqual([])
  })

  it('keeps nothing when a failed query is swallowed', async () => {
    const act = doors.staff.as(somebody, async (tx) => {
      await audit(tx, somebody, 'before')
      await tx
        .selectFrom('kith.authority')
        .select('nonsense' as 'version')
        .execute()
        .catch(() => {})
    })
    await expect(act).rejects.toThrow(/swallowed/)
    expect(await database.sql('select 1 from audit.entry where action = $1', ['before'])).toEqual([])
  })

  it('has only the vault write the closed log', async () => {
    await doors.vault.as(somebody, (tx) => vaultAudit(tx, somebody, 'concern.read'))
    await expect(doors.staff.as(somebody, (tx) => vaultAudit(tx, somebody, 'x'))).rejects.toThrow(
      /permission denied/,
    )
    await expect(doors.public.as(PUBLIC, (tx) => vaultAudit(tx, PUBLIC, 'x'))).rejects.toThrow(
      /permission denied/,
    )
  })

  it('says so when the server is away', async () => {
    const away = openDatabase({ url: 'postgres://a:b@127.0.0.1:9/c' })
    await expect(away.ping()).rejects.toBeInstanceOf(DatabaseAway)
    await expect(away.as(PUBLIC, async () => 1)).rejects.toBeInstanceOf(DatabaseAway)
    await away.close()
  })

  it('lets no login reach another database', async () => {
    const other = await freshDatabase()
    for (const url of Object.values(database.doors)) {
      const stranger = openDatabase({ url: url.replace(`/${database.name}`, `/${other.name}`) })
      await expect(stranger.ping()).rejects.toThrow(/permission denied for database/)
      await stranger.close()
    }
    await other.drop()
  })
})
