import type { Clock } from '../../../kernel/clock.ts'
import type { SignInResponder } from '../../../platform/http/index.ts'

/** What the signed-out get instead of a staff page: the way to sign in, and back. */
export const signIn =
  (_deps: { clock: Clock; secure: boolean }): SignInResponder =>
  (_req, reply) =>
    reply.redirect('/sign-in', 303)
