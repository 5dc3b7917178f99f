import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Clock } from '../../kernel/clock.ts'
import { NotFound, SignInNeeded } from '../../kernel/errors.ts'
import { type Action, can } from './permissions.ts'
import { cookieName, sessionHash } from './session/domain.ts'
import { findSession } from './session/store.ts'

/** An onRequest hook for staff pages: reads the cookie and fills `req.session`. The public pages never have it. */
export const authenticate =
  ({ clock, secure }: { clock: Clock; secure: boolean }) =>
  async (req: FastifyRequest, reply: FastifyReply): Promise<void> => {
    // what a colleague sees stays in no cache, and not behind the Back button of whoever comes next
    reply.header('cache-control', 'no-store')
    const token = req.cookies[cookieName(secure)]
    if (!token) return
    const hash = sessionHash(token)
    const staff = req.authority.databases.staff
    const person = await staff.ask((tx) => findSession(tx, hash, clock.now()))
    if (person) req.session = { person, hash }
  }

/** A preHandler hook: everybody who is signed in goes on, with or without a role. */
export const signedIn = async (req: FastifyRequest): Promise<void> => {
  if (!req.session) throw new SignInNeeded()
}

/**
 * A preHandler hook: only who may do this goes on. The signed-out are asked to sign in; to anybody else the page
 * is not there.
 */
export const requires =
  (...actions: readonly Action[]) =>
  async (req: FastifyRequest): Promise<void> => {
    if (!req.session) throw new SignInNeeded()
    const { person } = req.session
    if (!actions.some((action) => can(person, action))) throw new NotFound('page')
  }
