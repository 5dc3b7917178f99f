import type { FastifyReply, FastifyRequest, onRequestHookHandler, onSendAsyncHookHandler } from 'fastify'
import { type Clock, type Instant, Temporal } from '../../kernel/clock.ts'
import { encodingFor, keepPage, tagHeld } from './kept-page.ts'
import { type Kept, PageShelf } from './page-shelf.ts'
import { Revision } from './revision.ts'
import type { Authority } from './types.ts'

export type PageCacheOptions = {
  readonly clock: Clock
  readonly authorityFor: (host: string) => Authority
  /** A number that only grows, and has when anything that public pages show has changed: one cheap query. */
  readonly revisionOf: (authority: Authority) => Promise<number>
  /** Bytes kept at most for one authority. */
  readonly mostBytes?: number
  /** Milliseconds that go by; for tests. */
  readonly ticks?: () => number
}

/** Public pages, each kept as the bytes that answer for it. */
export type PageCache = {
  /** The first hook of the server: answers for a kept page before anything else is done. */
  readonly answerFirst: onRequestHookHandler
  /** An onSend hook of the scope whose pages may be kept. */
  readonly keepSent: onSendAsyncHookHandler
  /**
   * Said by a handler before it renders: what it sends now may be kept. `revision` is what it read before it read the
   * content; `until` is when the page ends by itself. Only for a page that is the same for everybody.
   */
  keep(req: FastifyRequest, reply: FastifyReply, revision: number, until?: Instant): Promise<void>
  /** After a commit that changed public pages: the next request asks for the revision before it is answered. */
  expire(authority: Authority): void
}

type State = { readonly shelf: PageShelf; readonly revision: Revision }
type Mark = { readonly revision: number; readonly until: Instant | undefined }

const MOST_BYTES = 64 * 1024 * 1024
/**
 * An address that is a page's own. With a query, escapes or more slashes the same page has others without end: whoever
 * asked for many would have each compressed, and push out what must still answer while the database is away.
 */
const OWN = /^\/(?:[A-Za-z0-9-]+(?:\/[A-Za-z0-9-]+)*)?$/

/**
 * Pages are rendered once for each version and language. No query is made while the revision is fresh; a change in
 * this process shows at once, in others within three seconds, and a scheduled one on time. While the database is
 * away, what was kept still answers.
 */
export function createPageCache(options: PageCacheOptions): PageCache {
  const { clock, authorityFor, revisionOf, mostBytes = MOST_BYTES, ticks = () => performance.now() } = options
  const states = new Map<Authority, State>()
  const marks = new WeakMap<FastifyReply, Mark>()
  const stateOf = (authority: Authority): State => {
    const known = states.get(authority)
    if (known) return known
    const ask = () => revisionOf(authority)
    const state = {
      shelf: new PageShelf(mostBytes),
      revision: new Revision(ask, async () => authority.refresh?.(), ticks),
    }
    states.set(authority, state)
    return state
  }
  return {
    answerFirst: answerer((host) => stateOf(authorityFor(host)), clock),
    keepSent: keeper(stateOf, marks),
    keep: async (req, reply, revision, until) => {
      const current = await stateOf(req.authority).revision.saw(revision)
      if (current && req.method === 'GET' && OWN.test(req.url)) marks.set(reply, { revision, until })
    },
    expire: (authority) => stateOf(authority).revision.expire(),
  }
}

function answerer(stateOf: (host: string) => State, clock: Clock): onRequestHookHandler {
  const isFresh = (page: Kept, revision: Revision): boolean =>
    page.revision === revision.known &&
    (page.until === undefined || Temporal.Instant.compare(clock.now(), page.until) < 0)
  return (req, reply, done) => {
    if (req.method !== 'GET' && req.method !== 'HEAD') return done()
    const { shelf, revision } = stateOf(req.hostname)
    const page = shelf.get(req.url)
    if (!page) return done()
    if (revision.isRecent() && isFresh(page, revision)) return serve(req, reply, page)
    revision.check().then((answered) => {
      if (!answered || isFresh(page, revision)) serve(req, reply, page)
      else done()
    }, done)
  }
}

function serve(req: FastifyRequest, reply: FastifyReply, page: Kept): void {
  const held = tagHeld(page, req.headers['if-none-match'])
  reply.hijack()
  if (held) {
    reply.raw.writeHead(304, { ...page.notModified, etag: held }).end()
    return
  }
  const { headers, body } = page.variants[encodingFor(req.headers['accept-encoding'])]
  reply.raw.writeHead(200, headers)
  if (req.method === 'HEAD') reply.raw.end()
  else reply.raw.end(body)
}

const keeper =
  (stateOf: (authority: Authority) => State, marks: WeakMap<FastifyReply, Mark>): onSendAsyncHookHandler =>
  async (req, reply, payload) => {
    const { shelf } = stateOf(req.authority)
    const mark = marks.get(reply)
    if (!mark || reply.statusCode !== 200 || typeof payload !== 'string') {
      // what is no page any more must not come back when the database is away
      if (req.method === 'GET' && reply.statusCode < 500) shelf.drop(req.url)
      return payload
    }
    const page = { ...(await keepPage(payload, reply.getHeaders())), ...mark }
    shelf.put(req.url, page)
    const held = tagHeld(page, req.headers['if-none-match'])
    if (held) {
      reply
        .code(304)
        .headers({ ...page.notModified, etag: held })
        .removeHeader('content-type')
      return ''
    }
    const { headers, body } = page.variants[encodingFor(req.headers['accept-encoding'])]
    reply.headers(headers)
    return body
  }
