import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import Fastify from 'fastify'
import { describe, expect, it } from 'vitest'
import { Temporal } from '../../kernel/clock.ts'
import { createPageCache } from './page-cache.ts'
import type { Authority } from './types.ts'

/** A server with one page, whose words, revision and database a test sets. */
async function serverWith(options: { mostBytes?: number } = {}) {
  const state = { revision: 1, away: false, asked: 0, rendered: 0, words: 'Hello', refreshed: 0, ticks: 0 }
  let now = Temporal.Instant.from('2026-11-23T10:00:00Z')
  let until: Temporal.Instant | undefined
  const authority = {
    refresh: async () => {
      state.refreshed++
    },
  } as Authority
  const cache = createPageCache({
    ...options,
    clock: { now: () => now },
    authorityFor: () => authority,
    ticks: () => state.ticks,
    revisionOf: async () => {
      state.asked++
      if (state.away) throw new Error('away')
      return state.revision
    },
  })
  const app = Fastify()
  app.addHook('onRequest', cache.answerFirst)
  app.decorateRequest('authority')
  app.addHook('onRequest', async (req) => {
    req.authority = authority
  })
  app.addHook('onSend', cache.keepSent)
  app.get('/*', async (req, reply) => {
    if (state.away) return reply.code(503).send('away')
    if (req.url === '/gone') return reply.code(404).send('gone')
    state.rendered++
    await cache.keep(req, reply, state.revision, until)
    return reply.type('text/html').send(`<p>${state.words} ${req.url}</p>`.repeat(50))
  })
  const get = (url = '/', headers: Record<string, string> = {}) => app.inject({ url, headers })
  return {
    state,
    get,
    app,
    expire: () => cache.expire(authority),
    endsAt: (at: string) => {
      until = Temporal.Instant.from(at)
    },
    setNow: (at: string) => {
      now = Temporal.Instant.from(at)
    },
  }
}

describe('the page cache', () => {
  it.each(['/page?x=1', '/pag%65', '/page/', '//page', '/page/.', '/page;x'])(
    'keeps nothing for %s, of which there is no end',
    async (url) => {
      const { state, get } = await serverWith()
      await get('/page')
      for (let n = 0; n < 3; n++) expect((await get(url)).statusCode).toBe(200)
      expect(state.rendered).toBe(4)
      await get('/page')
      expect(state.rendered).toBe(4)
    },
  )

  it('renders once, and asks nothing while it is fresh', async () => {
    const { state, get } = await serverWith()
    const first = await get()
    await get()
    const asked = state.asked
    for (let n = 0; n < 20; n++) expect((await get()).body).toBe(first.body)
    expect(state).toMatchObject({ rendered: 1, asked })
  })

  it('compresses as asked, each with an entity tag of its own, and answers 304', async () => {
    const { get } = await serverWith()
    const plain = await get()
    const zipped = await get('/', { 'accept-encoding': 'gzip' })
    const brotli = await get('/', { 'accept-encoding': 'gzip, deflate, br' })
    const refused = await get('/', { 'accept-encoding': 'br;q=0, gzip;q=0' })
    expect(gunzipSync(zipped.rawPayload).toString()).toBe(plain.body)
    expect(brotliDecompressSync(brotli.rawPayload).toString()).toBe(plain.body)
    expect(refused.body).toBe(plain.body)
    expect(new Set([plain, zipped, brotli].map((reply) => reply.headers.etag)).size).toBe(3)
    for (const reply of [plain, zipped, brotli]) {
      expect(reply.headers.vary).toBe('accept-encoding')
      const again = await get('/', { 'if-none-match': `"other", W/${reply.headers.etag}` })
      expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, '', reply.headers.etag])
    }
    expect((await get('/', { 'if-none-match': '"other"' })).statusCode).toBe(200)
  })

  it('shows a change in this process at once, and reads the settings again before it does', async () => {
    const { state, get, expire } = await serverWith()
    await get()
    const { refreshed } = state
    Object.assign(state, { words: 'Changed', revision: 2 })
    expire()
    expect((await get()).body).toContain('Changed')
    expect(state.refreshed).toBe(refreshed + 1)
  })

  it('shows another process’s change within three seconds', async () => {
    const { state, get } = await serverWith()
    await get()
    await get()
    Object.assign(state, { words: 'Changed', revision: 2, ticks: 2_000 })
    expect((await get()).body).toContain('Hello')
    await new Promise((done) => setImmediate(done))
    expect((await get()).body).toContain('Changed')
    Object.assign(state, { words: 'Again', revision: 3, ticks: 60_000 })
    expect((await get()).body).toContain('Again')
  })

  it('ends a page at its time', async () => {
    const { state, get, endsAt, setNow } = await serverWith()
    endsAt('2026-11-23T11:00:00Z')
    await get()
    state.words = 'Later'
    expect((await get()).body).toContain('Hello')
    setNow('2026-11-23T11:00:00Z')
    expect((await get()).body).toContain('Later')
  })

  it('answers from what it has while the database is away, whatever its age, and recovers', async () => {
    const { state, get, expire } = await serverWith()
    await get()
    Object.assign(state, { away: true, ticks: 3_600_000 })
    for (let n = 0; n < 5; n++) expect((await get()).statusCode).toBe(200)
    expire()
    expect((await get()).statusCode).toBe(200)
    expect((await get('/not-kept')).statusCode).toBe(503)
    Object.assign(state, { away: false, revision: 5, words: 'Back', ticks: 3_700_000 })
    expect((await get()).body).toContain('Back')
  })

  it('keeps no address with a query, no failure, and answers HEAD without a body', async () => {
    const { state, get, app } = await serverWith()
    await get('/?a=1')
    await get('/?a=1')
    expect(state.rendered).toBe(2)
    await get('/')
    const head = await app.inject({ method: 'HEAD', url: '/' })
    expect([head.statusCode, head.body]).toEqual([200, ''])
    expect(Number(head.headers['content-length'])).toBeGreaterThan(0)
  })

  it('forgets the page read longest ago when it is full', async () => {
    const { state, get } = await serverWith({ mostBytes: 3_000 })
    await get('/a')
    await get('/b')
    await get('/a')
    for (const page of ['/c', '/d']) await get(page)
    const before = state.rendered
    await get('/a')
    expect(state.rendered).toBe(before)
    await get('/b')
    expect(state.rendered).toBe(before + 1)
  })
})
