import { realpathSync } from 'node:fs'
import pg from 'pg'
import { OperatorError } from '../../../kernel/errors.ts'
import { SUPERUSER } from './initialise.ts'
import type { Place } from './place.ts'
import { PORT } from './settings.ts'

export type Answer = 'ready' | 'not yet' | 'none'

// Starting up, recovering or shutting down; and all its connections taken.
const NOT_YET = ['57P03', '53300']
const WRONG_PASSWORD = '28P01'

/** Asks the server behind the socket a question: only an answer proves that it lives and serves this cluster. */
export async function probe(place: Place, socketDir: string, password: string): Promise<Answer> {
  const client = new pg.Client({
    ...login(socketDir, password),
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
    return meaning(error, place)
  } finally {
    await client.end().catch(() => undefined)
  }
}

const login = (host: string, password: string) => ({
  host,
  port: PORT,
  user: SUPERUSER,
  password,
  database: 'postgres',
  ssl: false,
})

function meaning(error: unknown, place: Place): Answer {
  const code = error instanceof pg.DatabaseError ? error.code : undefined
  if (code === WRONG_PASSWORD) {
    throw new OperatorError(
      `The password in ${place.password} is not this database's. Put the file back from a backup.`,
    )
  }
  return code !== undefined && NOT_YET.includes(code) ? 'not yet' : 'none'
}
