import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import Fastify, { type FastifyInstance, type FastifyRequest, type onRequestHookHandler } from 'fastify'
import type { VNode } from 'preact'
import { SignInNeeded } from '../../kernel/errors.ts'
import type { Log } from '../log.ts'
import { serveAssets } from './assets.ts'
import { type ErrorResponder, errorPages, type SignInResponder } from './errors.ts'
import { health } from './health.ts'
import { noticeOf, withNotice } from './notice.ts'
import { securityHeaders } from './security.ts'
import type { Authority } from './types.ts'

export type ServerOptions = {
  readonly log: Log
  readonly logRequests: boolean
  /** Whether the public reaches us over https: cookies are then Secure. */
  readonly secure: boolean
  readonly inlineScript: string
  /** Which council a request is for; one today, chosen by host name when there are more. */
  readonly authorityFor: (host: string) => Authority
  readonly render: (req: FastifyRequest, content: VNode) => string
  readonly respond: ErrorResponder
  readonly signIn: SignInResponder
  /** Answers for kept pages, before anything else is done for a request. */
  readonly answerFirst: onRequestHookHandler
}

// A concern of 10,000 characters, percent-encoded, with its sealed answers, and room.
const BODY_LIMIT = 600 * 1024

/** Nothing is there. Fastify's own answer to an address that cannot be decoded quotes it and has none of our headers. */
const UNREADABLE = '/unreadable-address'

function isReadable(url: string): boolean {
  if (!url.includes('%')) return true
  try {
    return decodeURIComponent(url.split('?')[0] ?? '') !== ''
  } catch {
    return false
  }
}

/** Everything that every page needs, before any module is registered. */
export async function buildServer(options: ServerOptions): Promise<FastifyInstance> {
  // No logger: Fastify's writes addresses, and nobody's address is ours to keep.
  const app = Fastify({
    logger: false,
    bodyLimit: BODY_LIMIT,
    rewriteUrl: ({ url = '/' }) => (isReadable(url) ? url : UNREADABLE),
    routerOptions: { maxParamLength: 500, ignoreTrailingSlash: true },
    forceCloseConnections: 'idle',
  })
  app.addHook('onRequest', options.answerFirst)
  // Forms are all that pages send: anything else is refused as a type that we do not read.
  app.removeAllContentTypeParsers()
  await app.register(formbody, { bodyLimit: BODY_LIMIT })
  await app.register(cookie)
  decorate(app, options)
  securityHeaders(app, options)
  errorPages(app, options.log, options.respond, options.signIn)
  if (options.logRequests) logRequests(app, options.log)
  await serveAssets(app)
  health(app)
  return app
}

function decorate(app: FastifyInstance, options: ServerOptions): void {
  app.decorateRequest('authority')
  app.decorateRequest('session', null)
  app.decorateRequest('notice', null)
  app.decorateRequest('officer', {
    getter(this: FastifyRequest) {
      if (!this.session) throw new SignInNeeded()
      return this.session.person
    },
  })
  app.decorateReply('page', function (content: VNode, status = 200) {
    return this.code(status).type('text/html; charset=utf-8').send(options.render(this.request, content))
  })
  app.decorateReply('seeOther', function (path: string, notice?: string) {
    return this.redirect(notice ? withNotice(this.request.authority.sealer, path, notice) : path, 303)
  })
  app.addHook('onRequest', async (req) => {
    req.authority = options.authorityFor(req.hostname)
    req.notice = noticeOf(req)
  })
}

function logRequests(app: FastifyInstance, log: Log): void {
  app.addHook('onResponse', async (req, reply) => {
    log('request', {
      method: req.method,
      route: req.routeOptions.url ?? 'none',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    })
  })
}
