import pg from 'pg'
import type { Actor } from '../../kernel/actor.ts'
import { isId } from '../../kernel/ids.ts'
import { builderOver } from './dialect.ts'
import { asDatabaseAway } from './faults.ts'
import { gather } from './gather.ts'
import { isOutdated } from './statements.ts'
import type { Tx } from './types.ts'
import { valueTypes } from './values.ts'

/** One authority's database, seen through one door: its pool signs in with that door's role. */
export type Database = {
  /**
   * Runs one transaction as an actor, whom policies and the log then see. Commits when `fn` resolves; rolls back
   * and throws on when it rejects. Throws `DatabaseAway` when the server cannot be reached.
   */
  as<T>(actor: Actor, fn: (tx: Tx) => Promise<T>): Promise<T>
  /**
   * The same for statements that need no answer of each other: BEGIN, all of them and COMMIT travel as one message.
   * `fn` starts every statement before it waits for any; one that comes later is refused. What it makes of the
   * answers comes after the commit, and undoes nothing.
   */
  atOnce<T>(actor: Actor, fn: (tx: Tx) => Promise<T>): Promise<T>
  /**
   * Runs one statement, which is a transaction of its own, as nobody: for functions of the database that look at no
   * actor. A second statement is refused.
   */
  ask<T>(fn: (tx: Tx) => Promise<T>): Promise<T>
  /** Resolves when the server answers; throws `DatabaseAway` otherwise. */
  ping(): Promise<void>
  close(): Promise<void>
}

export type Connection = { readonly url: string; readonly size?: number }

/** Opens a small pool that connects when first used and lets idle connections go. */
export function openDatabase({ url, size = 8 }: Connection): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 5_000,
    pipeline: true,
    types: valueTypes,
  } as pg.PoolConfig)
  // An idle connection that breaks is replaced at the next request; unhandled, the event would end the process.
  pool.on('error', () => {})
  return {
    as: (actor, fn) => lend(pool, transaction(actor, fn)),
    atOnce: (actor, fn) => lend(pool, wholeTransaction(actor, fn)),
    ask: (fn) => lend(pool, oneStatement(fn)),
    ping: () => pool.query('select 1').then(() => undefined, rethrow),
    close: () => pool.end(),
  }
}

type Lent<T> = (client: pg.ClientBase, lost: () => void) => Promise<T>

/** Lends a connection, and takes it back into the pool unless it was lost meanwhile. */
async function lend<T>(pool: pg.Pool, use: Lent<T>): Promise<T> {
  const client = await pool.connect().catch(rethrow)
  let broken = false
  const lost = () => {
    broken = true
  }
  client.on('error', lost)
  try {
    return await use(client, lost)
  } catch (error) {
    if (isOutdated(error)) broken = true
    return rethrow(error)
  } finally {
    client.off('error', lost)
    client.release(broken)
  }
}

const transaction =
  <T>(actor: Actor, fn: (tx: Tx) => Promise<T>): Lent<T> =>
  async (client, lost) => {
    try {
      // Not awaited: the first query follows in the same message. Its failure also fails that query and the commit.
      gather(client)
      const begun = client.query(begin(actor))
      begun.catch(lost)
      const value = await fn(builderOver(client))
      await begun
      mustBeSaved(await client.query('commit'))
      return value
    } catch (error) {
      await client.query('rollback').catch(lost)
      throw error
    }
  }

const wholeTransaction =
  <T>(actor: Actor, fn: (tx: Tx) => Promise<T>): Lent<T> =>
  async (client) => {
    const beginning = begin(actor)
    let isOver = false
    // Asked for before the message waits for this turn's end, so that COMMIT is still part of it.
    const committed = new Promise<pg.QueryResult>((resolve, reject) => {
      process.nextTick(() => {
        isOver = true
        client.query('commit').then(resolve, reject)
      })
    })
    gather(client)
    const begun = client.query(beginning)
    const admit = () => {
      if (isOver) throw new Error('already committed: statements of one message all start at once')
    }
    const value = (async () => fn(builderOver(client, admit)))()
    // The connection is free again only when all have come back. A failed statement turns COMMIT into ROLLBACK.
    await Promise.allSettled([value, begun, committed])
    const [result, , commit] = await Promise.all([value, begun, committed])
    mustBeSaved(commit)
    return result
  }

const oneStatement =
  <T>(fn: (tx: Tx) => Promise<T>): Lent<T> =>
  (client) => {
    let isAsked = false
    const admit = () => {
      if (isAsked) throw new Error('one statement was to be asked: two need a transaction')
      isAsked = true
    }
    return fn(builderOver(client, admit))
  }

// A failed query that somebody swallowed makes PostgreSQL roll back at "commit", without an error.
function mustBeSaved({ command }: pg.QueryResult): void {
  if (command !== 'COMMIT') throw new Error('a failed query was swallowed: nothing was saved')
}

// Simple protocol, so that both travel as one message: hence no parameters, and the check of the identifier.
function begin(actor: Actor): string {
  const id = actor.kind === 'person' ? actor.id : ''
  if (id !== '' && !isId(id)) throw new Error('an actor has a malformed identifier')
  return `begin; select set_config('kith.actor_id', '${id}', true)`
}

function rethrow(error: unknown): never {
  throw asDatabaseAway(error)
}
