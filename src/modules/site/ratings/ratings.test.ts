import { describe, expect, it } from 'vitest'
import { testApp } from '../../../../test/app.ts'

const site = await testApp()
const visitor = site.visitor()
const field = (html: string, name: string): string =>
  new RegExp(`name="${name}"[^>]* value="([^"]*)"`).exec(html)?.[1] ?? ''

const action = async (): Promise<string> =>
  /action="(\/rate\/[^"]+)"/.exec((await visitor.get('/privacy')).body)?.[1] ?? ''
const ratings = () =>
  site.database.sql<Record<string, unknown>>(
    'select useful, comment, day::text as day, once from site.rating order by comment',
  )

describe('rating a page', () => {
  it('needs no cookie and no script, says where concerns go, and thanks', async () => {
    const page = await visitor.get(`${await action()}?useful=no`)
    expect(page.body).toContain('Do not report a concern here')
    expect(page.body).toContain('href="/concerns"')
    expect(page.body).toContain('999')
    expect(page.headers['cache-control']).toBe('no-store')
    const sent = await visitor.post('/rate', { token: field(page.body, 'token'), comment: 'Too long' })
    expect(sent.statusCode).toBe(303)
    expect((await visitor.get(String(sent.headers.location))).body).toContain('Thank you')
    expect(visitor.cookies.size).toBe(0)
  })

  it('counts once when the same form is sent twice, and keeps the day and nothing finer', async () => {
    await site.database.sql('delete from site.rating')
    const page = await visitor.get(`${await action()}?useful=yes`)
    const form = { token: field(page.body, 'token'), comment: '' }
    await Promise.all([visitor.post('/rate', form), visitor.post('/rate', form)])
    const rows = await ratings()
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ useful: true, comment: '', day: '2026-11-23' })
    const columns = await site.database.sql<{ name: string }>(
      "select column_name as name from information_schema.columns where table_schema = 'site' and table_name = 'rating' order by 1",
    )
    expect(columns.map(({ name }) => name)).toEqual(['comment', 'day', 'id', 'once', 'useful', 'version_id'])
    // no log line either: it would tell the second
    expect(await site.database.sql("select 1 from audit.entry where action like 'rating%'")).toEqual([])
  })

  it('takes 1,200 characters, refuses one more and keeps them', async () => {
    await site.database.sql('delete from site.rating')
    const page = await visitor.get(`${await action()}?useful=no`)
    const token = field(page.body, 'token')
    const long = await visitor.post('/rate', { token, comment: 'x'.repeat(1201) })
    expect(long.statusCode).toBe(422)
    expect(long.body).toContain('must be 1,200 characters or fewer')
    expect(long.body).toContain('x'.repeat(1201))
    // line ends count once, though a browser sends two characters: this is twelve hundred
    expect((await visitor.post('/rate', { token, comment: `${'x\r\n'.repeat(599)}en` })).statusCode).toBe(303)
  })

  it.each(['', 'nonsense', 'AAAA'])('refuses a form that we did not make: %j', async (token) => {
    expect((await visitor.post('/rate', { token, comment: 'x' })).statusCode).toBe(400)
  })

  it('asks when no answer came, and knows only published pages', async () => {
    expect((await visitor.get(await action())).body).toContain('is it useful?')
    expect((await visitor.get('/rate/01890000-0000-7000-8000-000000000000?useful=no')).statusCode).toBe(404)
    expect((await visitor.get('/rate/nonsense')).statusCode).toBe(404)
  })
})

describe('the report', () => {
  it('shows the version and no sender to editors, and nothing to others', async () => {
    await site.database.sql('delete from site.rating')
    const page = await visitor.get(`${await action()}?useful=no`)
    await visitor.post('/rate', { token: field(page.body, 'token'), comment: '<b>Bold</b> words' })
    const editor = await site.as('content-editor')
    const report = await editor.get('/staff/ratings')
    expect(report.body).toContain('Version 1')
    expect(report.body).toContain('0%')
    const comments = await editor.get('/staff/ratings/comments?show=no')
    expect(comments.body).toContain('&lt;b>Bold&lt;/b> words')
    // no control turns a rating into a concern
    expect(
      comments.body.match(/<form[^>]*action="([^"]*)"/g)?.filter((form) => !form.includes('/sign-out')) ?? [],
    ).toEqual([])
    const other = await site.as('administrator')
    expect((await other.get('/staff/ratings')).statusCode).toBe(404)
    expect((await other.get('/staff/ratings/comments')).statusCode).toBe(404)
  })

  it('pages through many comments', async () => {
    await site.database.sql(
      `insert into site.rating (version_id, useful, comment, day, once)
       select (select id from site.page_version limit 1), i % 2 = 0, 'Comment ' || i, date '2026-11-01', gen_random_uuid()
       from generate_series(1, 60) i`,
    )
    const editor = await site.as('content-editor')
    const second = await editor.get('/staff/ratings/comments?page=2')
    expect(second.body).toContain('Showing 26 to 50 of 61')
    expect((await editor.get('/staff/ratings/comments?page=99')).statusCode).toBe(200)
  })
})

describe('the public’s door to the database', () => {
  it('can rate and can read no rating', async () => {
    const { PUBLIC } = await import('../../../kernel/actor.ts')
    const { sql } = await import('kysely')
    const door = site.doors.public
    const attempts = [
      'select * from site.rating',
      'delete from site.rating',
      "update site.rating set comment = ''",
    ]
    for (const attempt of attempts)
      await expect(door.as(PUBLIC, (tx) => sql.raw(attempt).execute(tx))).rejects.toThrow('permission denied')
  })
})
