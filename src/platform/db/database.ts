import pg from 'pg'
import type { Actor } from '../../kernel/actor.ts'
import { isId } from '../../kernel/ids.ts'
import { builderOver } from './dialect.ts'
import { asDatabaseAway } from './faults.ts'
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
    as: (actor, fn) => transaction(pool, actor, fn),
    ping: () => pool.query('select 1').then(() => undefined, rethrow),
    close: () => pool.end(),
  }
}

async function transaction<T>(pool: pg.Pool, actor: Actor, fn: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await pool.connect().catch(rethrow)
  let broken = false
  const lost = () => {
    broken = true
  }
  client.on('error', lost)
  try {
    // Not awaited: the first query follows in the same message. Its failure also fails that query and the commit.
    const begun = client.query(begin(actor))
    begun.catch(lost)
    const value = await fn(builderOver(client))
    await begun
    const { command } = await client.query('commit')
    // A failed query that somebody swallowed makes PostgreSQL roll back at "commit", without an error.
    if (command !== 'COMMIT') throw new Error('a failed query was swallowed: nothing was saved')
    return value
  } catch (error) {
    if (isOutdated(error)) broken = true
    await client.query('rollback').catch(lost)
    return rethrow(error)
  } finally {
    client.off('error', lost)
    client.release(broken)
  }
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
