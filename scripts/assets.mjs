// Makes dist/assets: the stylesheet, the browser's script, both named after their content and compressed beforehand,
// and manifest.json, which says where each is published. Touches no network.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { stylesheet } from './assets/stylesheet.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const OUT = join(ROOT, 'dist/assets')

/** The published script of govuk-frontend, whose parts `kith.js` starts. */
function govukScript() {
  const path = createRequire(import.meta.url).resolve('govuk-frontend/dist/govuk/govuk-frontend.min.js')
  return readFileSync(path, 'utf8').replace(/\n?\/\/# sourceMappingURL=.*\s*$/, '\n')
}

const started = (address) =>
  readFileSync(join(ROOT, 'src/ui/script/kith.js'), 'utf8').replace("'govuk-frontend'", `'${address}'`)

function build() {
  const manifest = {}
  const publish = (name, text) => {
    const [stem, ending] = name.split(/\.(?=[^.]+$)/)
    const hash = createHash('sha256').update(text).digest('hex').slice(0, 12)
    const file = `${stem}.${hash}.${ending}`
    writeCompressed(join(OUT, file), Buffer.from(text))
    manifest[name] = `/assets/${file}`
    return manifest[name]
  }
  mkdirSync(OUT, { recursive: true })
  publish('kith.css', stylesheet())
  publish('kith.js', started(publish('govuk-frontend.js', govukScript())))
  writeFileSync(join(OUT, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  prune(new Set(Object.values(manifest).map((address) => address.slice('/assets/'.length))))
}

function writeCompressed(path, bytes) {
  writeFileSync(path, bytes)
  writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }))
  writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }))
}

/** What an older build left behind. */
function prune(made) {
  for (const file of readdirSync(OUT)) {
    if (file !== 'manifest.json' && !made.has(file.replace(/\.(gz|br)$/, '')))
      rmSync(join(OUT, file), { recursive: true })
  }
}

if (process.argv[1] && fileURLToPath(import.meta.url) === process.argv[1]) build()
