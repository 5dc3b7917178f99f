// Every check there is: `npm test`, with `--all` (or in CI) on Debian's PostgreSQL 15 too. Ends with one line.
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from './build.mjs'
import { ready } from './ready.mjs'
import { node24 } from './tools/paths.mjs'
import { main, run, say } from './tools/run.mjs'
import { installTestTools, OTHER_POSTGRES } from './tools/test-tools.mjs'
import { runVitest } from './tools/vitest.mjs'

const ci = Boolean(process.env.CI)
const everywhere = ci || process.argv.includes('--all')

/** Fifty kills are for CI; a few tell a developer as much about a change. */
const kills = { KITH_KILLS: process.env.KITH_KILLS ?? (ci ? '50' : '5') }

const LINT = [
  ['Biome', ['node_modules/@biomejs/biome/bin/biome', ci ? 'ci' : 'check', '.']],
  ['TypeScript', ['node_modules/typescript/bin/tsc', '--noEmit']],
  ['knip', ['node_modules/knip/bin/knip.js']],
]

const SUITES = [
  { name: 'the embedded PostgreSQL', args: [], env: {} },
  ...(everywhere
    ? [{ name: 'PostgreSQL 15', args: [], env: { KITH_TEST_PG: '15' }, needs: OTHER_POSTGRES }]
    : []),
  { name: 'a Kith that is killed', args: ['--config', 'test/kill/vitest.config.ts'], env: kills },
  { name: 'a browser', args: ['--config', 'e2e/vitest.config.ts'], env: {} },
]

main(async () => {
  await ready()
  await installTestTools()
  await build()
  const folder = await mkdtemp(join(tmpdir(), 'kith-results-'))
  const total = { passed: 0, failed: 0 }
  const count = ({ passed, failed }) => {
    total.passed += passed
    total.failed += failed
  }
  for (const [name, args] of LINT) count(await lint(name, args))
  for (const [at, suite] of SUITES.entries()) count(await runSuite(suite, join(folder, `${at}.json`)))
  await rm(folder, { recursive: true })
  process.exitCode = total.failed === 0 ? 0 : 1
  process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`)
})

async function lint(name, args) {
  say(`\n== ${name}`)
  const code = await run(node24(), args)
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

async function runSuite({ name, args, env, needs }, file) {
  say(`\n== Tests on ${name}`)
  if (!needs || existsSync(needs)) return runVitest(args, env, file)
  say(`${needs} is missing, so these tests did not run.`)
  return { passed: 0, failed: 1 }
}
