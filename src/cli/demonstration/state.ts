import type pg from 'pg'
import { OWNER } from '../../platform/db/index.ts'

/**
 * `unfinished`: a demonstration was cut off while it was being made, so nobody has used it. `used`: people work here,
 * or residents have written.
 */
export type DemoState = 'new' | 'unfinished' | 'demonstration' | 'used'

// Beside the record of migrations, where no request looks. A restored demonstration has none, and is finished.
const MARK = 'kith_migration.demonstration'

/** What the database holds, as its administrator sees it. */
export async function demoState(admin: pg.Client): Promise<DemoState> {
  const { rows: found } = await admin.query<{ marked: boolean }>(
    'select to_regclass($1) is not null as marked',
    [MARK],
  )
  if (found[0]?.marked) {
    const { rows } = await admin.query<{ finished: boolean }>(`select finished from ${MARK}`)
    if (rows[0]) return rows[0].finished ? 'demonstration' : 'unfinished'
  }
  const { rows } = await admin.query<{ demonstration: boolean; used: boolean }>(
    `select coalesce((select (settings ->> 'demonstration')::boolean from kith.authority), false) as demonstration,
            exists (select from identity.person) or exists (select from concerns.concern)
              or exists (select from site.rating) as used`,
  )
  if (rows[0]?.demonstration) return 'demonstration'
  return rows[0]?.used ? 'used' : 'new'
}

/** Says in the database, before anything of it is made, that a demonstration is being made. */
export async function markBegun(admin: pg.Client): Promise<void> {
  await asOwner(
    admin,
    `create table if not exists ${MARK} (only_one boolean primary key default true check (only_one), finished boolean not null);
     insert into ${MARK} (finished) values (false) on conflict do nothing`,
  )
}

export const markFinished = (admin: pg.Client): Promise<void> =>
  asOwner(admin, `update ${MARK} set finished = true`)

/** Empties the database of a demonstration that was cut off. Only for the state `unfinished`. */
export async function clearUnfinished(admin: pg.Client): Promise<void> {
  await admin.query(`drop owned by ${OWNER} cascade`)
}

async function asOwner(admin: pg.Client, text: string): Promise<void> {
  await admin.query(`set role ${OWNER}`)
  await admin.query(text)
  await admin.query('reset role')
}
