import type { Clock } from '../../../kernel/clock.ts'
import { blank } from '../../../kernel/form.ts'
import { keepForm, type SignInResponder, textsIn } from '../../../platform/http/index.ts'
import { browserOf } from '../session/cookies.ts'
import { SignInForm } from './forms.ts'
import { nextPath, signInPath } from './next-path.ts'
import { SignInPage } from './views/SignInPage.tsx'

/**
 * What the signed-out get instead of a staff page: the way to sign in, and back. A post gets it with its form kept,
 * for whoever's session it was. Nobody's is not kept: a stranger could leave one here for a colleague to send.
 */
export const signIn =
  ({ clock, secure }: { clock: Clock; secure: boolean }): SignInResponder =>
  (req, reply) => {
    reply.header('cache-control', 'no-store')
    if (req.method === 'GET' || req.method === 'HEAD') return reply.redirect(signInPath(req.url), 303)
    const { session } = browserOf(req, secure)
    const form = blank(SignInForm, { next: nextPath(req.url) })
    const texts = textsIn(req.body)
    if (!session) return reply.page(<SignInPage form={form} lost={{ why: 'not-known', texts }} />, 401)
    const kept = keepForm(req, clock.now(), session.toString('hex'))
    const lost = kept ? undefined : { why: 'too-long' as const, texts }
    return reply.page(<SignInPage form={form} kept={kept} lost={lost} />, 401)
  }
