import type pg from 'pg'
import { OperatorError } from '../../kernel/errors.ts'
import { deriveKey } from '../seal.ts'
import { masterKeyPath } from './keys.ts'

// Lives beside the record of migrations, where only the owner reads.
const TABLE = 'kith_migration.installation'

/** What the database keeps of the master key: derived from it, and no way back. */
const checkOf = (masterKey: Uint8Array): Buffer =>
  Buffer.from(deriveKey(masterKey, 'check of the master key'))

/**
 * Refuses a master key that is not the one this database was made with: receipts and second factors would all fail,
 * one by one. Says nothing of a database that is new. Throws OperatorError.
 */
export async function refuseOtherKey(
  admin: pg.Client,
  dataDir: string,
  masterKey: Uint8Array,
): Promise<void> {
  const { rows: found } = await admin.query<{ there: boolean }>(
    'select to_regclass($1) is not null as there',
    [TABLE],
  )
  if (!found[0]?.there) return
  const { rows } = await admin.query<{ check: Buffer }>(`select key_check as check from ${TABLE}`)
  const kept = rows[0]?.check
  if (kept && !kept.equals(checkOf(masterKey))) throw new OperatorError(wrongKey(masterKeyPath(dataDir)))
}

/** Remembers which master key goes with this database. */
export async function recordKey(admin: pg.Client, masterKey: Uint8Array): Promise<void> {
  await admin.query(`create table if not exists ${TABLE}
    (only_one boolean primary key default true check (only_one), key_check bytea not null)`)
  await admin.query(`insert into ${TABLE} (key_check) values ($1) on conflict do nothing`, [
    checkOf(masterKey),
  ])
}

const wrongKey = (path: string) =>
  `The master key in ${path} is not the one that this database was made with. Put the right one back from a copy or a backup, or set KITH_DATA to the folder that has it.`
