// Runs the measurements on Node 24: `node scripts/bench.mjs [publicPage] [queue] [receipt] [concern]`.
import { node24 } from './tools/paths.mjs'
import { main, run } from './tools/run.mjs'

main(async () => {
  const args = ['--disable-warning=ExperimentalWarning', 'bench/main.ts', ...process.argv.slice(2)]
  process.exitCode = await run(node24(), args, { stdio: ['ignore', 'inherit', 'inherit'] })
})
