import { sql } from 'kysely'
import type { Instant } from '../../../kernel/clock.ts'
import type { AuthoritySettings } from '../../../platform/authority.ts'
import type { Tx } from '../../../platform/db/index.ts'

/** Writes the council's settings. False when they have moved on since `version`, which is 0 before the first time. */
export async function writeSettings(
  tx: Tx,
  settings: AuthoritySettings,
  version: number,
  now: Instant,
): Promise<boolean> {
  const json = sql<string>`${JSON.stringify(settings)}::jsonb`
  if (version === 0) {
    const row = await tx
      .insertInto('kith.authority')
      .values({ settings: json, updatedAt: now })
      .onConflict((clash) => clash.doNothing())
      .returning('version')
      .executeTakeFirst()
    return row !== undefined
  }
  const { numUpdatedRows } = await tx
    .updateTable('kith.authority')
    .set({ settings: json, version: version + 1, updatedAt: now })
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
