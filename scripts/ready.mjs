// Makes sure that what Kith runs on is there: `node scripts/ready.mjs [--browser]`.
import { pathToFileURL } from 'node:url'
import { build, isBuilt } from './build.mjs'
import { isInstalled } from './tools/installed.mjs'
import { oneAtATime } from './tools/one-at-a-time.mjs'
import { main, must, say } from './tools/run.mjs'
import { installTestTools } from './tools/test-tools.mjs'

/** Installs and builds what is missing or out of date. When nothing is, it only looks. */
export async function ready() {
  if (isInstalled() && isBuilt()) return
  await oneAtATime(async () => {
    if (!isInstalled()) await install()
    if (!isBuilt()) await buildNow()
  })
}

async function install() {
  say('Installing what Kith needs (about a minute, once).')
  await must('Installing', 'npm', ['ci', '--no-audit', '--no-fund', '--include=dev', '--include=optional'])
}

async function buildNow() {
  say('Building Kith.')
  await build()
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  main(async () => {
    await ready()
    if (process.argv.includes('--browser')) await installTestTools()
  })
}
