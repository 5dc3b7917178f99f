import { MIGRATIONS } from '../migrations.ts'
import { loadConfig } from '../platform/config.ts'
import { bringUpToDate, openInstallation } from '../platform/run/index.ts'
import { note } from './say.ts'
import { readWords } from './words.ts'

export async function command(words: readonly string[]): Promise<void> {
  readWords(words, {})
  const config = loadConfig()
  const installation = await openInstallation(config, note)
  try {
    const applied = await bringUpToDate(installation, config.data, MIGRATIONS)
    const done = `${applied} ${applied === 1 ? 'migration' : 'migrations'} applied`
    process.stdout.write(applied === 0 ? 'The database is up to date.\n' : `${done}.\n`)
  } finally {
    await installation.close()
  }
}
