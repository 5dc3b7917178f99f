import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { testApp } from '../../../../test/app.ts'
import { Temporal } from '../../../kernel/clock.ts'
import { seedDemo } from '../index.ts'

const site = await testApp({ name: 'Westminster City Council', concernPhone: '020 7641 6032' })
const now = Temporal.Instant.from('2026-11-23T10:00:00Z')
const editor = await site.as('content-editor')
const officer = await site.as('data-protection-officer')
const staff = { contentEditor: editor.person, dataProtectionOfficer: officer.person }
const words = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

await seedDemo(site.doors, staff, now)
await seedDemo(site.doors, staff, now)

describe('the demonstration', () => {
  it('leads from the front page to the page about communities, and from its old address', async () => {
    const home = (await site.visitor().get('/')).body
    // in the text itself, not only in the menu
    expect(home).toContain('<a class="govuk-link" href="/prevent-in-communities">')
    const old = await site.visitor().get('/prevent-communities')
    expect([old.statusCode, old.headers.location]).toEqual([301, '/prevent-in-communities'])
  })

  it('quotes every figure with its source and date', async () => {
    const text = words((await site.visitor().get('/prevent-in-communities')).body)
    const source = '(Westminster City Council, Prevent in communities, 24 January 2019)'
    for (const figure of ['4 series', '57 parents', 'more than 10 series', '6 sessions'])
      expect(text).toContain(`${figure} ${source}`)
    for (const fact of ['May 2016', 'year to January 2019', '16 to 24', '020 7641 6032', '020 7428 1891'])
      expect(text).toContain(fact)
    expect(text).toContain('Review overdue since')
    expect(text).toContain('Rate this page')
    expect(text.indexOf('call 999')).toBeLessThan(text.indexOf('tell us online'))
  })

  it('counts ratings of every version once, though it was seeded twice', async () => {
    const [row] = await site.database.sql<{ n: number; versions: number }>(
      'select count(*)::int as n, count(distinct version_id)::int as versions from site.rating',
    )
    expect(row).toEqual({ n: 12, versions: 3 })
  })

  it('sets every kind of record, so that concerns can be taken', async () => {
    const unset = await site.database.sql('select kind from kith.record_kind where legal_basis is null')
    expect(unset).toEqual([])
  })

  it('is known to editors as overdue', async () => {
    const page = await editor.get('/staff/pages?show=overdue')
    expect(words(page.body)).toContain('Working with communities')
  })

  it('has no sentence that is too long to read with ease', () => {
    for (const name of ['home', 'communities-1-listening', 'communities-2-projects', 'communities-3-gangs']) {
      const text = readFileSync(new URL(`./${name}.md`, import.meta.url), 'utf8')
      for (const sentence of text.split(/[.!?:]\s|\n/)) expect(sentence.split(/\s+/).length).toBeLessThan(32)
    }
  })
})
