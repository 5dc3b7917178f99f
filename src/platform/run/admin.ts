import pg from 'pg'
import { OperatorError } from '../../kernel/errors.ts'
import { onDatabase } from './address.ts'

const OLDEST_SERVER = 15

/** A client signed in with the administrator's login; undefined when that database is not there yet. */
export async function connectAdmin(url: string): Promise<pg.Client | undefined> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  try {
    await client.connect()
  } catch (error) {
    await client.end().catch(() => {})
    if (codeOf(error) === '3D000') return undefined
    throw explainAdmin(error)
  }
  await checkServer(client)
  return client
}

/** On the database if it is there, else on `postgres`, from where it can be made. */
export async function connectAnywhere(url: string): Promise<pg.Client> {
  const client = (await connectAdmin(url)) ?? (await connectAdmin(onDatabase(url, 'postgres')))
  if (client) return client
  throw new OperatorError(
    'The database server has neither that database nor one named postgres to sign in to.',
  )
}

async function checkServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: string }>(
    `select current_setting('server_version') as version`,
  )
  const version = rows[0]?.version ?? ''
  if (Number.parseInt(version, 10) >= OLDEST_SERVER) return
  await client.end()
  throw new OperatorError(
    `Kith needs PostgreSQL ${OLDEST_SERVER} or later, and DATABASE_URL leads to ${version}.`,
  )
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : ''

/** What the server's refusal means for whoever runs Kith; other errors as they are. */
export function explainAdmin(error: unknown): unknown {
  const code = codeOf(error)
  if (code === '28P01' || code === '28000')
    return new OperatorError('The database server refused the name or password in DATABASE_URL.')
  if (code === '42501')
    return new OperatorError(
      `The login in DATABASE_URL may not do what Kith needs (${(error as Error).message}). It needs the rights to create roles and databases.`,
    )
  if (/^(ECONN|ENOTFOUND|EAI_|ETIMEDOUT|ENOENT)/.test(code) || /timeout expired/.test(String(error)))
    return new OperatorError(
      `The database server in DATABASE_URL does not answer (${code || 'it timed out'}). Start it, or correct the address.`,
    )
  return error
}
