import type { FastifyInstance, FastifyRequest } from 'fastify'
import { BadRequest } from '../../kernel/errors.ts'

/** `inlineScript` is the hash of the one inline script that govuk-frontend needs. */
export function securityHeaders(
  app: FastifyInstance,
  options: { inlineScript: string; secure: boolean },
): void {
  const policy = [
    "default-src 'none'",
    `script-src 'self' '${options.inlineScript}'`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
  const headers: Record<string, string> = {
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    // not no-referrer: browsers would then send "Origin: null" with our own forms
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), interest-cohort=()',
    ...(options.secure ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  }
  app.addHook('onRequest', async (req, reply) => {
    reply.headers(headers)
    refuseCrossSite(req)
  })
}

/**
 * Refuses a post that another site's page makes in somebody's browser. Browsers say where a request comes from in
 * Sec-Fetch-Site, older ones in Origin; what says neither is no browser with our cookies to abuse.
 */
function refuseCrossSite(req: FastifyRequest): void {
  if (req.method === 'GET' || req.method === 'HEAD' || req.method === 'OPTIONS') return
  const site = req.headers['sec-fetch-site']
  if (site !== undefined) {
    if (site !== 'same-origin' && site !== 'none') throw new BadRequest('cross-site post')
    return
  }
  const { origin } = req.headers
  if (origin !== undefined && hostOf(origin) !== req.headers.host) throw new BadRequest('cross-site post')
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}
