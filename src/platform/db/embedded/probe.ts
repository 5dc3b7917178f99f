import { realpathSync } from 'node:fs'
import pg from 'pg'
import { SUPERUSER } from './initialise.ts'
import type { Place } from './place.ts'
import { PORT } from './settings.ts'

export type Answer = 'ready' | 'not yet' | 'none'

/** Asks the server behind the socket a question: only an answer proves that it lives and serves this cluster. */
export async function probe(place: Place, socketDir: string, password: string): Promise<Answer> {
  const client = new pg.Client({
    host: socketDir,
    port: PORT,
    user: SUPERUSER,
    password,
    database: 'postgres',
    ssl: false,
    connectionTimeoutMillis: 3000,
    query_timeout: 3000,
  })
  client.on('error', () => undefined) // the question below fails as well, and tells
  try {
    await client.connect()
    const { rows } = await client.query<{ folder: string }>(
      "select current_setting('data_directory') as folder",
    )
    return rows[0] && realpathSync(rows[0].folder) === realpathSync(place.cluster) ? 'ready' : 'none'
  } catch (error) {
    // 57P03: starting up, recovering or shutting down.
    return error instanceof Error && 'code' in error && error.code === '57P03' ? 'not yet' : 'none'
  } finally {
    await client.end().catch(() => undefined)
  }
}
