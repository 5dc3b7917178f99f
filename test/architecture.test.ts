import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const SRC = fileURLToPath(new URL('../src/', import.meta.url))

/** Along which lines a module may import another's index.ts (DESIGN, section 5). */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  identity: [],
  site: ['identity'],
  concerns: ['identity'],
}

type Import = {
  readonly from: string
  readonly to: string /** Erased by the compiler. */
  readonly typeOnly: boolean
}

const files = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? files(path) : /\.tsx?$/.test(name) ? [path] : []
  })

const isTest = (file: string) => /\.test\.tsx?$/.test(file)
const sources = files(SRC).filter((file) => !isTest(file))
const text = new Map(sources.map((file) => [file, readFileSync(file, 'utf8')]))

/** Static, dynamic and re-exporting imports; ours as paths below src, others by name. */
function importsOf(file: string): Import[] {
  const found = (text.get(file) ?? '').matchAll(
    /(?:(import|export)(\s+type)?\b[^'"]*?\bfrom|\bimport)\s*\(?\s*['"]([^'"]+)['"]/g,
  )
  return [...found].map(([, , type, name = '']) => ({
    from: relative(SRC, file),
    to: name.startsWith('.') ? relative(SRC, join(dirname(file), name)) : name,
    typeOnly: type !== undefined,
  }))
}
const imports = sources.flatMap(importsOf)
const ours = imports.filter(({ to }) => /\.(tsx?|json|css)$/.test(to))
const module = (path: string) => /^modules\/([^/]+)\//.exec(path)?.[1]
const top = (path: string) => path.split('/')[0]
const show = (list: readonly Import[]) => list.map(({ from, to }) => `${from} → ${to}`)

describe('who imports whom', () => {
  it('reads imports at all', () => {
    expect(ours.length).toBeGreaterThan(200)
    expect(new Set(ours.map(({ from }) => top(from)))).toContain('modules')
  })

  it('kernel imports nothing of ours but kernel', () => {
    expect(show(ours.filter(({ from, to }) => top(from) === 'kernel' && top(to) !== 'kernel'))).toEqual([])
  })

  it('platform and ui import kernel, and not each other', () => {
    const wrong = ours.filter(
      ({ from, to }) =>
        ['platform', 'ui'].includes(top(from) ?? '') && !['kernel', top(from)].includes(top(to) ?? ''),
    )
    expect(show(wrong)).toEqual([])
  })

  it('a module imports the platform below it, and others by their index along the table', () => {
    const wrong = ours.filter(({ from, to }) => {
      const [mine, theirs] = [module(from), module(to)]
      if (!mine) return false
      if (!theirs) return !['kernel', 'platform', 'ui'].includes(top(to) ?? '')
      if (mine === theirs) return false
      return !MAY_IMPORT[mine]?.includes(theirs) || to !== `modules/${theirs}/index.ts`
    })
    expect(show(wrong)).toEqual([])
  })

  it('knows every module', () => {
    expect(readdirSync(join(SRC, 'modules')).sort()).toEqual(Object.keys(MAY_IMPORT).sort())
  })

  it('nobody but the composition roots imports concerns', () => {
    const wrong = ours.filter(({ from, to }) => module(to) === 'concerns' && module(from) !== 'concerns')
    expect(show(wrong.filter(({ from }) => from !== 'app.ts' && top(from) !== 'cli'))).toEqual([])
  })

  it('app.ts is the only file outside the command line that imports every module', () => {
    const roots = sources
      .map((file) => relative(SRC, file))
      .filter((file) => top(file) !== 'cli' && !module(file))
      .filter((file) =>
        Object.keys(MAY_IMPORT).every((name) =>
          ours.some(({ from, to }) => from === file && module(to) === name),
        ),
      )
    expect(roots).toEqual(['app.ts'])
  })

  it('domain.ts reaches no effect: rules are kernel and pure files of the same module', () => {
    const pure = /^(zod|temporal-polyfill|date-holidays|diff|node:(crypto|util))$/
    const effect = ({ to }: Import) =>
      ['platform', 'ui'].includes(top(to) ?? '') ||
      /(store|routes)\.tsx?$/.test(to) ||
      (!/\.(tsx?|json)$/.test(to) && !pure.test(to))
    const reached = (file: string, seen = new Set<string>()): Import[] => {
      if (seen.has(file)) return []
      seen.add(file)
      const next = imports.filter((one) => one.from === file && !one.typeOnly)
      return [
        ...next.filter(effect),
        ...next.filter((one) => !effect(one)).flatMap((one) => reached(one.to, seen)),
      ]
    }
    const domains = sources
      .map((file) => relative(SRC, file))
      .filter((file) => basename(file) === 'domain.ts')
    expect(domains.length).toBeGreaterThan(3)
    expect(domains.flatMap((file) => show(reached(file)).map((line) => `${file}: ${line}`))).toEqual([])
  })

  it('views import no store, no platform and no other effect, but for the shape of what they draw', () => {
    const wrong = ours.filter(
      ({ from, to, typeOnly }) =>
        !typeOnly &&
        /\/views\//.test(from) &&
        (top(to) === 'platform' || /store\.ts$|routes\.tsx?$/.test(to)),
    )
    expect(show(wrong)).toEqual([])
  })

  it('only stores and platform/db build queries', () => {
    const wrong = imports.filter(
      ({ from, to }) =>
        to === 'kysely' && !/(^|\/|-)store\.ts$/.test(from) && !from.startsWith('platform/db/'),
    )
    expect(show(wrong)).toEqual([])
  })

  it('only routes, platform/http and the composition root speak Fastify', () => {
    const allowed = /routes\.tsx?$|^platform\/http\/|^(app|brand|chrome|error-pages)\.tsx?$/
    const wrong = imports.filter(({ from, to }) => /^@?fastify/.test(to) && !allowed.test(from))
    expect(show(wrong)).toEqual([])
  })

  it('there are no cycles', () => {
    const next = new Map<string, string[]>()
    for (const { from, to } of ours) next.set(from, [...(next.get(from) ?? []), to])
    const done = new Set<string>()
    const cycles: string[] = []
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(' → '))
      if (done.has(file) || path.includes(file)) return
      for (const to of next.get(file) ?? []) visit(to, [...path, file])
      done.add(file)
    }
    for (const file of next.keys()) visit(file, [])
    expect(cycles).toEqual([])
  })
})

describe('where effects live', () => {
  const using = (pattern: RegExp, allowed: RegExp) =>
    sources
      .filter((file) => pattern.test(text.get(file) ?? ''))
      .map((file) => relative(SRC, file))
      .filter((file) => !allowed.test(file))

  it('process.env is read in platform/config.ts alone', () => {
    expect(using(/process\.env/, /^platform\/config\.ts$/)).toEqual([])
  })

  it('raw HTML is made in ui alone', () => {
    expect(using(/dangerouslySetInnerHTML|jsxTemplate/, /^ui\//)).toEqual([])
  })

  it('pages hold no inline style and no inline event handler', () => {
    expect(using(/<[a-zA-Z][^>]*\s(style=|on[A-Z][a-z]+=)/, /^$/)).toEqual([])
  })

  it("the vault's door is opened in the composition root and used in concerns", () => {
    expect(
      using(
        /\bvaultOf\b|databases\.vault\b|doors\.vault\b/,
        /^(app|main)\.ts$|^modules\/concerns\/|^cli\/|^platform\/(run|jobs|db)\//,
      ),
    ).toEqual([])
  })
})
