// Makes dist/ from src/: TypeScript, the data files beside it, and the assets. Does only what is out of date.
import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { pathToFileURL } from 'node:url'
import { node24, ROOT } from './tools/paths.mjs'
import { main, must, say } from './tools/run.mjs'
import { filesUnder, fingerprint, isFresh, remember } from './tools/stamp.mjs'

const DATA = /\.(sql|md|json)$/
const TEST = /\.test\.tsx?$/
const ASSETS = 'scripts/assets.mjs'
const CODE_STAMP = 'dist/.code'
const ASSET_STAMP = 'dist/.assets'

const codeFiles = () => [
  ...filesUnder('src').filter((file) => (/\.tsx?$/.test(file) && !TEST.test(file)) || DATA.test(file)),
  ...['tsconfig.json', 'tsconfig.build.json', 'package-lock.json', 'scripts/build.mjs'],
]

const assetFiles = () => [
  ...filesUnder('src').filter((file) => /\.(scss|css|svg|png|ico|js|mjs|woff2)$/.test(file)),
  ...filesUnder('assets'),
  ...filesUnder('scripts').filter((file) => file.startsWith('scripts/assets')),
  'package-lock.json',
]

/** Whether dist/ is what the sources say. */
export const isBuilt = () => isFresh(CODE_STAMP, codeFiles()) && isFresh(ASSET_STAMP, assetFiles())

/** Brings dist/ to the sources. Types are checked by `npm run lint`, so that a build takes a second. */
export async function build() {
  await Promise.all([buildCode(), buildAssets()])
}

async function buildCode() {
  const files = codeFiles()
  const print = fingerprint(files)
  if (isFresh(CODE_STAMP, files)) return
  const tsc = ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--noCheck']
  await must('The build', node24(), tsc)
  for (const file of files.filter((name) => name.startsWith('src/') && DATA.test(name))) copy(file)
  prune(new Set(files.map(target)))
  remember(CODE_STAMP, print)
}

async function buildAssets() {
  const files = assetFiles()
  const print = fingerprint(files)
  if (isFresh(ASSET_STAMP, files) && existsSync(`${ROOT}dist/assets/manifest.json`)) return
  await must('Building the assets', node24(), [ASSETS])
  remember(ASSET_STAMP, print)
}

const target = (file) => file.replace(/^src\//, 'dist/').replace(/\.tsx?$/, '.js')

function copy(file) {
  mkdirSync(dirname(ROOT + target(file)), { recursive: true })
  copyFileSync(ROOT + file, ROOT + target(file))
}

/** A migration or module whose source is gone must not run on. */
function prune(made) {
  for (const file of filesUnder('dist')) {
    if (file.startsWith('dist/assets/') || file.startsWith('dist/.')) continue
    if (!made.has(file.replace(/\.map$/, ''))) rmSync(ROOT + file)
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  main(async () => {
    const began = Date.now()
    if (isBuilt()) return say('Kith is built already.')
    await build()
    say(`Built in ${((Date.now() - began) / 1000).toFixed(1)} s.`)
  })
}
