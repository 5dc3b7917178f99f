import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { SUPERUSER } from '../../src/platform/db/embedded/initialise.ts'
import { placeIn } from '../../src/platform/db/embedded/place.ts'
import { PORT } from '../../src/platform/db/embedded/settings.ts'

/** How the superuser reaches a running Kith's embedded server; for tools on the same machine, such as pgbench. */
export type Admin = {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly password: string
}

export async function adminOf(data: string): Promise<Admin> {
  const { password } = placeIn(data)
  return {
    host: join(data, 'socket'),
    port: PORT,
    user: SUPERUSER,
    password: (await readFile(password, 'utf8')).trim(),
  }
}

/** Runs with a superuser's client, which no policy binds. */
export async function withAdmin<T>(
  data: string,
  fn: (client: pg.Client) => Promise<T>,
  database = 'kith',
): Promise<T> {
  const client = new pg.Client({ ...(await adminOf(data)), database })
  client.on('error', () => {})
  await client.connect()
  try {
    return await fn(client)
  } finally {
    await client.end()
  }
}
