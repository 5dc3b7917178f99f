import { Socket } from 'node:net'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import type { Person } from '../../kernel/actor.ts'
import { PUBLIC, system } from '../../kernel/actor.ts'
import { newId } from '../../kernel/ids.ts'
import { audit, vaultAudit } from '../audit/index.ts'
import { closeDoors, DatabaseAway, openDatabase, openDoors, type Tx } from './index.ts'

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

describe('statements sent at once', () => {
  const entries = (action: string) =>
    database.sql('select actor_id from audit.entry where action = $1', [action])

  it('are one transaction, with its actor', async () => {
    const [, , read] = await doors.staff.atOnce(somebody, (tx) =>
      Promise.all([
        audit(tx, somebody, 'one of two'),
        audit(tx, somebody, 'one of two'),
        sql<{ id: string }>`select kith.actor_id() as id`.execute(tx),
      ]),
    )
    expect(read.rows).toEqual([{ id: somebody.id }])
    expect(await entries('one of two')).toEqual([{ actor_id: somebody.id }, { actor_id: somebody.id }])
  })

  it('travel as one message, and those of any transaction as two', async () => {
    const one = openDatabase({ url: database.doors.staff, size: 1 })
    const two = (tx: Tx) => Promise.all([audit(tx, somebody, 'sent'), audit(tx, somebody, 'sent')])
    const messagesOf = async (act: () => Promise<unknown>) => {
      const sent = [vi.spyOn(Socket.prototype, '_write'), vi.spyOn(Socket.prototype, '_writev')]
      await act()
      const count = sent.reduce((sum, spy) => sum + spy.mock.calls.length, 0)
      for (const spy of sent) spy.mockRestore()
      return count
    }
    await one.ping()
    expect(await messagesOf(() => one.atOnce(somebody, two))).toBe(1)
    expect(await messagesOf(() => one.as(somebody, two))).toBe(2)
    expect(await messagesOf(() => one.ask((tx) => sql`select 1`.execute(tx)))).toBe(1)
    await one.close()
  })

  it('keep nothing when one of them fails, even one that nobody waits for', async () => {
    const one = openDatabase({ url: database.doors.staff, size: 1 })
    const wrong = (tx: Tx) => sql`select 1 / 0`.execute(tx)
    const failing = one.atOnce(somebody, (tx) => Promise.all([audit(tx, somebody, 'lost'), wrong(tx)]))
    await expect(failing).rejects.toThrow('division by zero')
    const swallowed = one.atOnce(somebody, (tx) =>
      Promise.all([audit(tx, somebody, 'lost'), wrong(tx).catch(() => {})]),
    )
    await expect(swallowed).rejects.toThrow('swallowed')
    // and the connection serves the next
    await one.atOnce(somebody, (tx) => audit(tx, somebody, 'kept'))
    await one.close()
    expect(await entries('lost')).toEqual([])
    expect(await entries('kept')).toHaveLength(1)
  })

  it('take none that needs an answer of another', async () => {
    const late = doors.staff.atOnce(somebody, async (tx) => {
      await audit(tx, somebody, 'first')
      await audit(tx, somebody, 'late')
    })
    await expect(late).rejects.toThrow('start at once')
    expect(await entries('late')).toEqual([])
  })
})

describe('one statement', () => {
  it('runs as nobody, even after somebody used the connection', async () => {
    const one = openDatabase({ url: database.doors.staff, size: 1 })
    await one.as(somebody, (tx) => audit(tx, somebody, 'before'))
    const { rows } = await one.ask((tx) => sql<{ id: null }>`select kith.actor_id() as id`.execute(tx))
    expect(rows).toEqual([{ id: null }])
    await one.close()
  })

  it('is one alone, and an error leaves the connection fit for use', async () => {
    const one = openDatabase({ url: database.doors.staff, size: 1 })
    const select = (tx: Tx) => sql`select 1`.execute(tx)
    await expect(one.ask((tx) => Promise.all([select(tx), select(tx)]))).rejects.toThrow('one statement')
    await expect(one.ask((tx) => sql`select 1 / 0`.execute(tx))).rejects.toThrow('division by zero')
    expect((await one.ask(select)).rows).toHaveLength(1)
    await one.close()
  })

  it('says so when the server is away', async () => {
    const away = openDatabase({ url: 'postgres://a:b@127.0.0.1:9/c' })
    await expect(away.ask((tx) => sql`select 1`.execute(tx))).rejects.toBeInstanceOf(DatabaseAway)
    await expect(away.atOnce(PUBLIC, (tx) => audit(tx, PUBLIC, 'x'))).rejects.toBeInstanceOf(DatabaseAway)
    await away.close()
  })
})
