import { beforeEach, describe, expect, it } from 'vitest'
import { testApp } from '../../../../test/app.ts'
import { addComment, type RatingId } from './store.ts'

const site = await testApp()
const visitor = site.visitor()
const field = (html: string, name: string): string =>
  new RegExp(`name="${name}"[^>]* value="([^"]*)"`).exec(html)?.[1] ?? ''

const action = async (): Promise<string> =>
  /action="(\/rate\/[^"]+)"/.exec((await visitor.get('/privacy')).body)?.[1] ?? ''
const ratings = () =>
  site.database.sql<Record<string, unknown>>(
    'select useful, comment, day::text as day from site.rating order by comment',
  )
/** Presses Yes or No, and reads the page that thanks. */
const answer = async (useful: 'yes' | 'no') => {
  const pressed = await visitor.post(await action(), { useful })
  expect(pressed.statusCode).toBe(303)
  return visitor.get(String(pressed.headers.location))
}
const send = (token: string, comment: string) => visitor.post('/rate/comment', { token, comment })

describe('rating a page', () => {
  beforeEach(() => site.database.sql('delete from site.rating'))

  it('counts when Yes or No is pressed, and keeps the day and nothing finer', async () => {
    const page = await answer('yes')
    expect(page.body).toContain('Thank you')
    expect(page.body).toContain('We have counted your answer')
    expect(await ratings()).toEqual([{ useful: true, comment: '', day: '2026-11-23' }])
    const columns = await site.database.sql<{ name: string }>(
      "select column_name as name from information_schema.columns where table_schema = 'site' and table_name = 'rating' order by 1",
    )
    expect(columns.map(({ name }) => name)).toEqual(['comment', 'day', 'id', 'useful', 'version_id'])
    // no log line either: it would tell the second
    expect(await site.database.sql("select 1 from audit.entry where action like 'rating%'")).toEqual([])
  })

  it('needs no cookie and no script, says where concerns go, and shows no identifier', async () => {
    const page = await answer('no')
    expect(page.body).toContain('Do not report a concern here')
    expect(page.body).toContain('href="/concerns"')
    expect(page.body).toContain('999')
    expect(page.headers['cache-control']).toBe('no-store')
    const [row] = await site.database.sql<{ id: string }>('select id from site.rating')
    expect(page.body).not.toContain(row?.id)
    expect(visitor.cookies.size).toBe(0)
  })

  it('counts two presses as two, as nothing tells them from two readers', async () => {
    const rate = await action()
    await Promise.all([visitor.post(rate, { useful: 'yes' }), visitor.post(rate, { useful: 'yes' })])
    expect(await ratings()).toHaveLength(2)
    // so that where script runs a double click is one press
    expect((await visitor.get('/privacy')).body.match(/data-prevent-double-click="true"/g)).toHaveLength(2)
  })

  it('counts nothing when an address is only read, nothing without an answer, and knows only published pages', async () => {
    expect((await visitor.get(`${await action()}?useful=no`)).body).toContain('is it useful?')
    expect((await visitor.post(await action(), { useful: 'perhaps' })).statusCode).toBe(422)
    expect((await visitor.post(await action(), {})).statusCode).toBe(422)
    for (const path of ['/rate/01890000-0000-7000-8000-000000000000', '/rate/nonsense']) {
      expect((await visitor.get(path)).statusCode).toBe(404)
      expect((await visitor.post(path, { useful: 'no' })).statusCode).toBe(404)
    }
    expect(await ratings()).toEqual([])
  })
})

describe('a comment on a page', () => {
  beforeEach(() => site.database.sql('delete from site.rating'))

  it('joins its rating once, though it is sent twice', async () => {
    const token = field((await answer('no')).body, 'token')
    const [first, second] = await Promise.all([send(token, 'Too long'), send(token, 'Too long')])
    expect([first.headers.location, second.headers.location]).toEqual(['/rate/thanks', '/rate/thanks'])
    expect((await visitor.get('/rate/thanks')).body).toContain('Thank you')
    expect(await ratings()).toEqual([{ useful: false, comment: 'Too long', day: '2026-11-23' }])
  })

  it('is never changed, and what is refused is not lost', async () => {
    const token = field((await answer('no')).body, 'token')
    await send(token, 'Too long')
    const other = await send(token, 'Too short')
    expect(other.statusCode).toBe(422)
    expect(other.body).toContain('You have already sent a comment. It cannot be changed')
    expect(other.body).toContain('Too short')
    expect(await send(token, '')).toMatchObject({ statusCode: 303 })
    expect(await ratings()).toMatchObject([{ comment: 'Too long' }])
  })

  it('takes 1,200 characters, refuses one more and keeps them', async () => {
    const token = field((await answer('no')).body, 'token')
    const long = await send(token, 'x'.repeat(1201))
    expect(long.statusCode).toBe(422)
    expect(long.body).toContain('must be 1,200 characters or fewer')
    expect(long.body).toContain('x'.repeat(1201))
    // line ends count once, though a browser sends two characters: this is twelve hundred
    expect((await send(token, `${'x\r\n'.repeat(599)}en`)).statusCode).toBe(303)
  })

  it('needs the sealed form, for a day', async () => {
    const token = field((await answer('no')).body, 'token')
    const [row] = await site.database.sql<{ id: string }>('select id from site.rating')
    for (const forged of ['', 'nonsense', 'AAAA', row?.id ?? '']) {
      expect((await send(forged, 'x')).statusCode).toBe(400)
      expect((await visitor.get(`/rate/comment?r=${forged}`)).statusCode).toBe(404)
    }
    const before = site.clock.now()
    site.clock.set(before.add({ hours: 24 }).toString())
    expect((await send(token, 'x')).statusCode).toBe(400)
    site.clock.set(before.toString())
    expect(await ratings()).toMatchObject([{ comment: '' }])
  })
})

describe('the report', () => {
  it('shows the version and no sender to editors, and nothing to others', async () => {
    await site.database.sql('delete from site.rating')
    await send(field((await answer('no')).body, 'token'), '<b>Bold</b> words')
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
      `insert into site.rating (version_id, useful, comment, day)
       select (select id from site.page_version limit 1), i % 2 = 0, 'Comment ' || i, date '2026-11-01'
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
    // the function that adds a comment takes only the identifier of a rating that has none
    await site.database.sql("update site.rating set comment = 'First'")
    const [row] = await site.database.sql<{ id: string }>('select id from site.rating limit 1')
    const added = async (id: string, comment: string) =>
      door.as(PUBLIC, (tx) => addComment(tx, id as RatingId, comment))
    expect(await added(row?.id ?? '', 'Second')).toBe(false)
    expect(await added(row?.id ?? '', '')).toBe(false)
    expect(await added('01890000-0000-4000-8000-000000000000', 'Second')).toBe(false)
    expect(await site.database.sql("select 1 from site.rating where comment <> 'First'")).toEqual([])
  })
})
