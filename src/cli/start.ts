import { MIGRATIONS } from '../migrations.ts'
import { loadConfig } from '../platform/config.ts'
import { runKith } from '../platform/run/index.ts'
import { ensureDemonstration } from './demonstration/index.ts'
import { readWords } from './words.ts'

const PROGRAMS = {
  web: new URL('../main.js', import.meta.url),
  worker: new URL('../worker.js', import.meta.url),
}

export async function command(words: readonly string[]): Promise<void> {
  const { values } = readWords(words, { demo: { type: 'boolean' } })
  const config = loadConfig()
  await runKith({
    config,
    migrations: MIGRATIONS,
    programs: PROGRAMS,
    prepare: (installation) => ensureDemonstration(installation, config.data, values.demo ?? false),
  })
}
