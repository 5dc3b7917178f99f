import { beforeEach, describe, expect, it } from 'vitest'
import { type Colleague, testApp } from '../../../../test/app.ts'
import { RESERVED } from './address.ts'

const site = await testApp({ languages: ['en', 'ar'] })
let editor = await site.as('content-editor')
// Never later than the database's own clock, which also decides what is public.
beforeEach(async () => {
  site.clock.set('2026-11-23T10:00:00Z')
  editor = await site.again(editor.person)
})

const idFrom = (location: unknown): string => /pages\/([0-9a-f-]{36})/.exec(String(location))?.[1] ?? ''
const field = (html: string, name: string): string =>
  new RegExp(`name="${name}"[^>]* value="([^"]*)"`).exec(html)?.[1] ??
  new RegExp(`value="([^"]*)"[^>]* name="${name}"`).exec(html)?.[1] ??
  ''
const banner = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

async function add(slug: string, by: Colleague = editor): Promise<string> {
  const reply = await by.post('/staff/pages/new', { slug, title: `Page ${slug}`, parent: '' })
  expect(reply.statusCode).toBe(303)
  return idFrom(reply.headers.location)
}

async function write(id: string, body: string, extra: { language?: string; title?: string } = {}) {
  const path = `/staff/pages/${id}/edit${extra.language ? `?language=${extra.language}` : ''}`
  const form = await editor.get(path)
  return editor.post(path, {
    base: field(form.body, 'base'),
    title: extra.title ?? 'A title',
    summary: 'A summary',
    body,
    reason: 'Because',
  })
}

/** Version identifier and row version of the buttons that are on the page now. */
async function openVersion(id: string): Promise<{ id: string; version: string }> {
  const { body } = await editor.get(`/staff/pages/${id}`)
  return { id: field(body, 'id'), version: field(body, 'version') }
}

async function publish(id: string, when: Record<string, string> = { when: 'now' }) {
  const draft = await openVersion(id)
  const sent = await editor.post(`/staff/pages/${id}/move`, { act: 'submit', ...draft })
  expect(sent.statusCode).toBe(303)
  const path = `/staff/pages/${id}/publish/${draft.id}`
  const form = await editor.get(path)
  return editor.post(path, { version: field(form.body, 'version'), ...when })
}

describe('writing a page', () => {
  it('is public only after review and publication, at once in this process', async () => {
    const id = await add('first-page')
    expect((await site.visitor().get('/first-page')).statusCode).toBe(404)
    expect((await write(id, '# One\n\nHello')).statusCode).toBe(303)
    expect((await site.visitor().get('/first-page')).statusCode).toBe(404)
    expect((await publish(id)).statusCode).toBe(303)
    const page = await site.visitor().get('/first-page')
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain('<h2 class="govuk-heading-m" id="one">One</h2>')
    await write(id, 'Changed')
    await publish(id)
    expect((await site.visitor().get('/first-page')).body).toContain('Changed')
    const actions = (await site.auditOf(id)).map(({ action }) => action)
    expect(actions).toEqual([
      ...['page.added', 'page.saved', 'page.submit', 'page.published'],
      ...['page.saved', 'page.submit', 'page.published'],
    ])
  })

  it('keeps both texts when two tabs save', async () => {
    const id = await add('two-tabs')
    const path = `/staff/pages/${id}/edit`
    const base = field((await editor.get(path)).body, 'base')
    const mine = { base, title: 'T', summary: 'S', reason: 'R' }
    expect((await editor.post(path, { ...mine, body: 'Theirs came first' })).statusCode).toBe(303)
    const stale = await editor.post(path, { ...mine, body: 'Mine came second' })
    expect(stale.statusCode).toBe(422)
    expect(stale.body).toContain('Mine came second')
    expect(stale.body).toContain('Theirs came first')
    const again = await editor.post(path, {
      ...mine,
      base: field(stale.body, 'base'),
      body: 'Mine, knowingly',
    })
    expect(again.statusCode).toBe(303)
  })

  it('answers what is missing with 422 and keeps the rest', async () => {
    const id = await add('missing')
    const reply = await editor.post(`/staff/pages/${id}/edit`, {
      base: '1.1',
      title: '',
      summary: 'Kept',
      body: 'x',
      reason: '',
    })
    expect(reply.statusCode).toBe(422)
    expect(reply.body).toContain('Enter a title')
    expect(reply.body).toContain('Kept')
  })

  it('refuses a figure that nobody knows, beside the text', async () => {
    const id = await add('unknown-figure')
    const reply = await write(id, 'We had {{figure:nobody}} and {{nothing}}')
    expect(reply.statusCode).toBe(422)
    expect(banner(reply.body)).toContain('There is nothing called “{{nothing}}”')
    const other = await write(id, 'We had {{figure:nobody}}')
    expect(banner(other.body)).toContain('There is no figure called “nobody”')
  })

  it('publishes at a time, by the clock alone', async () => {
    const id = await add('later')
    await write(id, 'Later')
    // the test clock stands at 10:00 on 23 November 2026
    const reply = await publish(id, { when: 'later', day: '23', month: '11', year: '2026', time: '11:30' })
    expect(reply.statusCode).toBe(303)
    expect((await site.visitor().get('/later')).statusCode).toBe(404)
    expect((await editor.get(`/staff/pages/${id}`)).body).toContain('Publishes later')
    site.clock.advance({ minutes: 90 })
    expect((await site.visitor().get('/later')).statusCode).toBe(200)
  })

  it('ends a kept page when the next version is due', async () => {
    const id = await add('turns')
    await write(id, 'Before the hour')
    await publish(id)
    await write(id, 'After the hour')
    await publish(id, { when: 'later', day: '23', month: '11', year: '2026', time: '15:00' })
    expect((await site.visitor().get('/turns')).body).toContain('Before the hour')
    expect((await site.visitor().get('/turns')).body).toContain('Before the hour')
    site.clock.set('2026-11-23T15:00:00Z')
    expect((await site.visitor().get('/turns')).body).toContain('After the hour')
  })

  it('withdraws a version before its time, and archives and restores a page', async () => {
    const id = await add('comes-and-goes')
    await write(id, 'Here')
    await publish(id, { when: 'later', day: '1', month: '6', year: '2027', time: '09:00' })
    expect(
      (await editor.post(`/staff/pages/${id}/move`, { act: 'withdraw', ...(await openVersion(id)) }))
        .statusCode,
    ).toBe(303)
    await publish(id)
    expect((await site.visitor().get('/comes-and-goes')).statusCode).toBe(200)
    await editor.post(`/staff/pages/${id}/move`, { act: 'archive' })
    expect((await site.visitor().get('/comes-and-goes')).statusCode).toBe(404)
    await editor.post(`/staff/pages/${id}/move`, { act: 'restore' })
    expect((await site.visitor().get('/comes-and-goes')).statusCode).toBe(200)
  })

  it('shows what changed and brings an earlier version back as a draft', async () => {
    const id = await add('history')
    await write(id, 'The old words')
    await publish(id)
    await write(id, 'The new words')
    await publish(id)
    const [second, first] = await site.database.sql<{ id: string }>(
      'select id from site.page_version where page_id = $1 order by number desc',
      [id],
    )
    const page = await editor.get(`/staff/pages/${id}/versions/${second?.id}`)
    expect(page.body).toMatch(/<del>.*old.*<\/del><ins>.*new.*<\/ins>/)
    const back = await editor.post(`/staff/pages/${id}/versions/${first?.id}/bring-back`)
    expect(back.statusCode).toBe(303)
    await publish(id)
    expect((await site.visitor().get('/history')).body).toContain('The old words')
  })
})

describe('a preview link', () => {
  it('works signed out, says what it is, is not indexed, and ends after seven days', async () => {
    const id = await add('previewed')
    await write(id, 'Secret for now')
    const { id: version } = await openVersion(id)
    const { body } = await editor.get(`/staff/pages/${id}/versions/${version}`)
    const href = /href="(\/preview\/[^"]+)"/.exec(body)?.[1] ?? ''
    const preview = await site.visitor().get(href)
    expect(preview.statusCode).toBe(200)
    expect(preview.body).toContain('Secret for now')
    expect(preview.body).toContain('noindex')
    expect(preview.headers['cache-control']).toBe('no-store')
    expect((await site.visitor().get(`${href}x`)).statusCode).toBe(404)
    site.clock.advance({ hours: 24 * 7 })
    expect((await site.visitor().get(href)).statusCode).toBe(404)
  })
})

describe('addresses', () => {
  it('keep clear of everything that Kith itself answers', () => {
    const firsts = site.app
      .printRoutes({ commonPrefix: false })
      .split('\n')
      .map((line) => /^\s*[├└]── \/?([a-z0-9-]+)/.exec(line)?.[1] ?? '')
      .filter((first) => first.length > 2)
    expect(firsts.length).toBeGreaterThan(8)
    expect(firsts.filter((first) => !RESERVED.includes(first))).toEqual([])
  })

  it.each(['staff', 'concerns', 'sitemap', 'ar', 'Über', 'contact'])('refuses /%s', async (slug) => {
    const reply = await editor.post('/staff/pages/new', { slug, title: 'T', parent: '' })
    expect(reply.statusCode).toBe(422)
  })

  it('moves a page and leads its old address to it; loops are refused', async () => {
    const id = await add('old-home')
    await write(id, 'I moved')
    await publish(id)
    const place = { parent: '', navPosition: '', reviewMonths: '6' }
    const version = field((await editor.get(`/staff/pages/${id}/place`)).body, 'version')
    expect(
      (await editor.post(`/staff/pages/${id}/place`, { ...place, version, slug: 'new-home' })).statusCode,
    ).toBe(303)
    const moved = await site.visitor().get('/old-home')
    expect(moved.statusCode).toBe(301)
    expect(moved.headers.location).toBe('/new-home')
    const loop = await editor.post('/staff/pages/redirects', { path: '/new-home', page: id })
    expect(loop.statusCode).toBe(422)
    expect(loop.body).toContain('lead to itself')
    const taken = await editor.post('/staff/pages/new', { slug: 'old-home', title: 'T', parent: '' })
    expect(taken.statusCode).toBe(422)
    // back where it was: the old address is the page's own again, and leads nowhere else
    const now = field((await editor.get(`/staff/pages/${id}/place`)).body, 'version')
    await editor.post(`/staff/pages/${id}/place`, { ...place, version: now, slug: 'old-home' })
    expect((await site.visitor().get('/old-home')).statusCode).toBe(200)
    expect((await site.visitor().get('/new-home')).headers.location).toBe('/old-home')
  })

  it('refuses a page under itself', async () => {
    const above = await add('above')
    const below = await add('below')
    const place = { navPosition: '', reviewMonths: '12' }
    await editor.post(`/staff/pages/${below}/place`, { ...place, version: 1, slug: 'below', parent: above })
    const ring = await editor.post(`/staff/pages/${above}/place`, {
      ...place,
      version: 1,
      slug: 'above',
      parent: below,
    })
    expect(ring.statusCode).toBe(422)
  })
})

describe('a translation', () => {
  it('reads from the right and says when the original has moved on', async () => {
    const id = await add('in-two')
    await write(id, 'English words')
    await publish(id)
    await write(id, '# عنوان\n\nكلمات 999', { language: 'ar', title: 'صفحة' })
    await publish(id)
    const arabic = await site.visitor().get('/ar/in-two')
    expect(arabic.body).toContain('<html lang="ar" dir="rtl"')
    expect(arabic.body).not.toContain('has changed since it was translated')
    expect((await site.visitor().get('/in-two')).body).toContain('href="/ar/in-two"')
    await write(id, 'Newer English words')
    await publish(id)
    expect((await site.visitor().get('/ar/in-two')).body).toContain('has changed since it was translated')
  })
})

describe('who may', () => {
  it('is asked to sign in when signed out, and sees nothing with another role', async () => {
    const other = await site.as('engagement-officer')
    for (const path of ['/staff/pages', '/staff/pages/new', '/staff/pages/redirects', '/staff/pages/figures'])
      expect((await other.get(path)).statusCode).toBe(404)
    expect((await site.visitor().get('/staff/pages')).headers.location).toContain('/sign-in')
  })
})
