import { MIGRATIONS } from '../migrations.ts'
import { loadConfig } from '../platform/config.ts'
import { runKith } from '../platform/run/index.ts'
import { readWords } from './words.ts'

const PROGRAMS = {
  web: new URL('../main.js', import.meta.url),
  worker: new URL('../worker.js', import.meta.url),
}

export async function command(words: readonly string[]): Promise<void> {
  readWords(words, { demo: { type: 'boolean' } })
  await runKith({ config: loadConfig(), migrations: MIGRATIONS, programs: PROGRAMS, prepare: async () => '' })
}
