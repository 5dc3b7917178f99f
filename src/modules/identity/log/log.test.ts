import { beforeAll, describe, expect, it } from 'vitest'
import { type Colleague, type TestApp, testApp } from '../../../../test/app.ts'

let test: TestApp
let officer: Colleague
beforeAll(async () => {
  test = await testApp()
  officer = await test.as('data-protection-officer')
  await test.database.sql(`insert into audit.entry (at, actor_id, actor, action, subject)
    select timestamptz '2026-10-25 00:30Z' + i * interval '1 minute', null, 'public', 'page.rated', 'page-' || i % 3
      from generate_series(0, 119) i`)
})

const rows = (html: string): number => (html.match(/<tr class="govuk-table__row">/g) ?? []).length - 1

describe('the log', () => {
  it('goes back by keyset, each act once, and its reading is logged', async () => {
    const seen: string[] = []
    let path: string | undefined = '/staff/log?action=page.rated'
    for (let pages = 0; path && pages < 5; pages++) {
      const { body } = await officer.get(path)
      seen.push(...(body.match(/datetime="[^"]+"/g) ?? []))
      path = body.match(/href="(\/staff\/log\?[^"]*before=[^"]*)" rel="next"/)?.[1]?.replaceAll('&amp;', '&')
    }
    expect(seen).toHaveLength(120)
    expect(new Set(seen).size).toBe(120)
    const reads = await test.database.sql(
      `select 1 from audit.entry where action = 'log.read' and actor_id = $1`,
      [officer.person.id],
    )
    expect(reads).toHaveLength(3)
  })

  it('is narrowed by person, record and day, and says what it cannot read', async () => {
    await officer.post('/sign-out')
    const again = await test.again(officer.person)
    const mine = await again.get(`/staff/log?person=${officer.person.id}&action=person.signed-out`)
    expect(rows(mine.body)).toBe(1)
    expect(mine.body).toContain(officer.person.name)
    expect(rows((await again.get('/staff/log?subject=page-1')).body)).toBe(40)
    // 25 October 2026 ends summer time: the day has 25 hours, and began at 23:00 UTC
    expect(rows((await again.get('/staff/log?from=25/10/2026&to=25/10/2026&subject=page-0')).body)).toBe(40)
    expect((await again.get('/staff/log?to=24/10/2026')).body).toContain('Nothing in the log matches')
    const wrong = await again.get('/staff/log?from=30/02/2026')
    expect(wrong.statusCode).toBe(422)
    expect(wrong.body).toContain('Enter the first day like')
    for (const query of [
      'before=x',
      'before=1e99',
      'person=x',
      'from=%00',
      'action=a&action=b',
      "subject=';--",
      'to=1/1/0000',
      'from=1/1/9999',
    ])
      expect([200, 422], query).toContain((await again.get(`/staff/log?${query}`)).statusCode)
  })

  it('is hidden from others by the database too', async () => {
    const editor = await test.as('content-editor')
    const administrator = await test.as('administrator')
    const read = (who: Colleague) =>
      test.doors.staff.as(who.person, (tx) => tx.selectFrom('audit.entry').select('action').execute())
    expect(await read(editor)).toEqual([])
    const seen = await read(administrator)
    expect(seen.every(({ action }) => action.startsWith('person.'))).toBe(true)
    expect((await read(officer)).length).toBeGreaterThan(120)
  })
})
