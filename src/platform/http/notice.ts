import type { FastifyRequest } from 'fastify'
import { systemClock } from '../../kernel/clock.ts'
import type { Sealer } from '../seal.ts'

const MINUTES_SHOWN = 5

/** Adds a banner's words to an address, sealed: nobody else can put words on our pages, and no cookie is needed. */
export function withNotice(sealer: Sealer, path: string, notice: string): string {
  const token = sealer.seal('notice', notice, systemClock.now().add({ minutes: MINUTES_SHOWN }))
  return `${path}${path.includes('?') ? '&' : '?'}done=${token}`
}

/**
 * The banner's words, when the request carries some that we sealed in the last few minutes. A form posts to the address
 * it stands at: its answer says what is wrong with it, not what was done before.
 */
export function noticeOf(req: FastifyRequest): string | null {
  if (req.method !== 'GET') return null
  const done = (req.query as Record<string, unknown> | undefined)?.done
  if (typeof done !== 'string') return null
  return req.authority.sealer.open<string>('notice', done, systemClock.now()) ?? null
}
