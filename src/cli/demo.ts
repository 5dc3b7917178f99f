import { MIGRATIONS } from '../migrations.ts'
import { loadConfig } from '../platform/config.ts'
import { lockDataFolder } from '../platform/db/embedded/index.ts'
import { bringUpToDate, openInstallation } from '../platform/run/index.ts'
import { ensureDemonstration } from './demonstration/index.ts'
import { note, say } from './say.ts'
import { readWords } from './words.ts'

export async function command(words: readonly string[]): Promise<void> {
  readWords(words, {})
  const config = loadConfig()
  await using closing = new AsyncDisposableStack()
  const lock = await lockDataFolder(config.data)
  closing.defer(() => lock.release())
  const installation = await openInstallation(config, note)
  closing.defer(() => installation.close())
  await bringUpToDate(installation, config.data, MIGRATIONS)
  const place = await ensureDemonstration(installation, config.data, true)
  say(`Ready to start${place}`)
}
