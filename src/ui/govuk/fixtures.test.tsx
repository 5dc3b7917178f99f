import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { renderPart } from '../render.ts'
import { ADAPTERS } from './fixtures/adapters.ts'
import type { Options } from './fixtures/options.ts'
import { treesOf } from './fixtures/tree.ts'

type Fixture = { name: string; options: Options; html: string }

/** Components that we have no port of, and why. */
const NOT_PORTED: Readonly<Record<string, string>> = {
  accordion: 'no page folds its sections away',
  'cookie-banner': 'we set no cookie that needs consent',
  feedback: 'GOV.UK’s own; residents rate a page in the site module',
  'file-upload': 'residents attach no files',
  footer: 'a council’s differs: no crown, three ways to complain',
  'generic-header': 'a council’s differs: its name in its own colour',
  header: 'GOV.UK’s crown and logotype are not ours',
}

/** Fixtures that we draw otherwise on purpose: "component: fixture" and why. */
const SKIPPED: Readonly<Record<string, string>> = {}

const folder = join(
  dirname(createRequire(import.meta.url).resolve('govuk-frontend/package.json')),
  'dist/govuk/components',
)
const published = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)

const fixturesOf = (component: string) =>
  (JSON.parse(readFileSync(join(folder, component, 'fixtures.json'), 'utf8')) as { fixtures: Fixture[] })
    .fixtures

function differs(component: string, { options, html }: Fixture): boolean {
  const ours = renderPart((ADAPTERS[component] ?? unported(component))(options))
  return JSON.stringify(treesOf(ours)) !== JSON.stringify(treesOf(html))
}

function unported(component: string): never {
  throw new Error(`No component draws ${component}`)
}

it('has a port of every published component, or a reason why not', () => {
  expect([...Object.keys(ADAPTERS), ...Object.keys(NOT_PORTED)].sort()).toEqual(published.sort())
})

describe.each(Object.keys(ADAPTERS))('%s', (component) => {
  const fixtures = fixturesOf(component)
  it.each(fixtures.filter(({ name }) => !SKIPPED[`${component}: ${name}`]))(
    'draws "$name"',
    ({ options, html }) => {
      const ours = renderPart((ADAPTERS[component] ?? unported(component))(options))
      expect(treesOf(ours)).toEqual(treesOf(html))
    },
  )
})

it('skips only fixtures that are there and that differ', () => {
  const unneeded = Object.keys(SKIPPED).filter((key) => {
    const [component = '', name] = key.split(': ')
    const fixture = component in ADAPTERS ? fixturesOf(component).find((one) => one.name === name) : undefined
    return !fixture || !differs(component, fixture)
  })
  expect(unneeded).toEqual([])
})
