import { OperatorError } from '../kernel/errors.ts'
import { MIGRATIONS } from '../migrations.ts'
import { type Checked, checkBackup, loadBackup, openBackup } from '../platform/backup/index.ts'
import { type Config, loadConfig } from '../platform/config.ts'
import { lockDataFolder } from '../platform/db/embedded/index.ts'
import { migrationKey, readMigrations } from '../platform/db/index.ts'
import {
  bringUpToDate,
  emptyTarget,
  onItsDatabase,
  openInstallation,
  putMasterKey,
} from '../platform/run/index.ts'
import { readIdentity } from './identity-file.ts'
import { count, note, say } from './say.ts'
import { readWords } from './words.ts'

export async function command(words: readonly string[]): Promise<void> {
  const { values, positionals } = readWords(words, { identity: { type: 'string' } }, 1)
  const path = positionals[0]
  if (!path || !values.identity)
    throw new OperatorError(
      'Say which backup and with which key: kith restore FILE --identity RECOVERYKEYFILE',
    )
  const config = loadConfig()
  const lock = await lockDataFolder(config.data)
  try {
    const identity = await readIdentity(values.identity)
    note('Checking the backup.')
    const checked = await checkBackup(path, identity, await knownMigrations())
    await restore(config, checked, path, identity)
    say(summary(checked, path))
  } finally {
    await lock.release()
  }
}

/** On failure everything is as it was before; on success only the server is let go. */
async function restore(config: Config, checked: Checked, path: string, identity: string): Promise<void> {
  let done = false
  await using undo = new AsyncDisposableStack()
  const removeKey = await putMasterKey(config.data, checked.masterKey)
  undo.defer(() => (done ? undefined : removeKey()))
  const installation = await openInstallation(config, note)
  undo.defer(() => installation.close())
  const clear = await emptyTarget(installation)
  undo.defer(() => (done ? undefined : clear()))
  note('Loading it.')
  const point = new Set(checked.about.migrations.map(({ key }) => key))
  await bringUpToDate(installation, config.data, MIGRATIONS, point)
  await onItsDatabase(installation.adminUrl, (client) =>
    loadBackup(client, checked, openBackup(path, identity)),
  )
  done = true
}

function summary({ about, manifest }: Checked, path: string): string {
  const sums = Object.values(manifest.tables)
  const rows = sums.reduce((total, sum) => total + sum.rows, 0)
  return [
    `Restored ${path}, which was made at ${about.madeAt} on PostgreSQL ${about.server}:`,
    `${count(rows, 'row')} of ${count(sums.length, 'table')}, each read back and found the same; ${count(about.migrations.length, 'migration')}; the master key.`,
    'Sign-ins and vaults that were open then are open again until they time out. Now run: kith start',
  ].join('\n')
}

async function knownMigrations(): Promise<Map<string, string>> {
  const all = await readMigrations(MIGRATIONS)
  return new Map(all.map((migration) => [migrationKey(migration), migration.checksum]))
}
