import { existsSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { node24 } from './paths.mjs'
import { must, run, say } from './run.mjs'

/** A second PostgreSQL to test on. */
export const OTHER_POSTGRES = '/usr/lib/postgresql/15/bin/postgres'

/** Debian's package, and a file that tells that it is there. */
const PACKAGES = [
  ['chromium', '/usr/bin/chromium'],
  ['fonts-liberation', '/usr/share/fonts/truetype/liberation'],
  ['age', '/usr/bin/age'],
  ['postgresql-15', OTHER_POSTGRES],
]

/** Whether apt may be used: root on Debian. */
const hasApt = () =>
  process.getuid?.() === 0 &&
  existsSync('/usr/bin/apt-get') &&
  /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))

/** Installs what the tests use beside Node: a browser, the age program and PostgreSQL 15. */
export async function installTestTools() {
  const missing = PACKAGES.filter(([, file]) => !existsSync(file)).map(([name]) => name)
  if (missing.length === 0) return
  if (hasApt()) return apt(missing)
  if (missing.includes('chromium') && !findChromium()) await playwright()
}

async function apt(names) {
  say(`Installing ${names.join(', ')} with apt (once).`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const fresh = { env, stdio: ['ignore', 'ignore', 2] }
  const quiet = ['-o', 'Dpkg::Use-Pty=0', '-o', 'Acquire::Retries=5', '-qq', '-y', '--no-install-recommends']
  for (let attempt = 1; ; attempt++) {
    const updated = await run('apt-get', ['-o', 'Acquire::Retries=5', '-qq', 'update'], fresh)
    const code = updated === 0 ? await run('apt-get', [...quiet, 'install', ...names], fresh) : updated
    if (code === 0) return
    if (attempt === 4) throw new Error(`apt could not install ${names.join(', ')} (exit code ${code}).`)
    await sleep(attempt * 5_000)
  }
}

async function playwright() {
  say('Installing the browser that Playwright brings (once).')
  await must('Installing a browser', node24(), ['node_modules/playwright-core/cli.js', 'install', 'chromium'])
}

const findChromium = () =>
  ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
    existsSync(path),
  )
