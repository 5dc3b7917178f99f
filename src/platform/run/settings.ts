import { PUBLIC } from '../../kernel/actor.ts'
import { type AuthoritySettings, readAuthority } from '../authority.ts'
import type { Database } from '../db/index.ts'

const EVERY_MS = 5_000

/** The authority's settings, read again every few seconds; while the database is away, as they last were. */
export async function watchSettings(database: Database, known: AuthoritySettings) {
  let current = known
  const read = async () => {
    current = (await database.as(PUBLIC, readAuthority)).settings
  }
  await read().catch(() => {})
  const timer = setInterval(() => void read().catch(() => {}), EVERY_MS).unref()
  return { current: () => current, refresh: read, stop: () => clearInterval(timer) }
}
