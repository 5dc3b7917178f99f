import { readFile } from 'node:fs/promises'
import { node24 } from './paths.mjs'
import { run, say } from './run.mjs'

/** Runs vitest and counts what its JSON report says: a file that does not load is a failure, and so is no test at all. */
export async function runVitest(args, env, file) {
  const report = ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`]
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', ...args, ...report]
  const code = await run(node24(), vitest, { env: { ...process.env, ...env, FORCE_COLOR: '0' } })
  const counted = await countIn(file)
  if (counted.skipped > 0) say(`${counted.skipped} tests were skipped.`)
  if (counted.passed + counted.failed === 0) say('There was no test to run, which counts as a failure.')
  // vitest may fail for a reason that belongs to no test: an error between two of them
  const failed = Math.max(counted.failed, code !== 0 || counted.passed === 0 ? 1 : 0)
  return { passed: counted.passed, failed }
}

async function countIn(file) {
  const report = await readFile(file, 'utf8').then(JSON.parse, () => undefined)
  if (!report) return { passed: 0, failed: 0, skipped: 0 }
  const tests = report.testResults.flatMap(({ assertionResults }) => assertionResults)
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  )
  const of = (status) => tests.filter((test) => test.status === status).length
  const passed = of('passed')
  const failed = of('failed') + broken.length
  return { passed, failed, skipped: tests.length - passed - of('failed') }
}
