import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { Clock, Instant } from '../../../kernel/clock.ts'
import { blank, type Form, readForm } from '../../../kernel/form.ts'
import { keptToken, openKept } from '../../../platform/http/index.ts'
import { authenticate } from '../guard-routes.ts'
import { keysOf } from '../keys.ts'
import { browserOf, forgetSession, keepSignedIn } from '../session/cookies.ts'
import { signOut } from '../session/sign-out.ts'
import { personOfSession } from '../session/store.ts'
import { checkCode } from './check-code.ts'
import { checkPassword, SIGN_IN } from './check-password.ts'
import { completeSignIn } from './complete.ts'
import { TICKET_MINUTES, type Ticket, waitInWords } from './domain.ts'
import { CodeForm, type CodeInput, SignInForm, type SignInInput } from './forms.ts'
import { nextPath } from './next-path.ts'
import { FEW_CODES } from './recovery-codes.ts'
import { CodePage } from './views/CodePage.tsx'
import { ContinuePage } from './views/ContinuePage.tsx'
import { SignInPage } from './views/SignInPage.tsx'

type Deps = { readonly clock: Clock; readonly secure: boolean }
type Asking = { readonly req: FastifyRequest; readonly reply: FastifyReply; readonly now: Instant } & Deps

const TICKET = 'sign-in ticket'

/** Password, then code; and out again. */
export const signInRoutes =
  (deps: Deps): FastifyPluginAsync =>
  async (app) => {
    app.addHook('onRequest', authenticate(deps))
    const asking = (req: FastifyRequest, reply: FastifyReply): Asking => ({
      ...deps,
      req,
      reply,
      now: deps.clock.now(),
    })

    app.get('/sign-in', async (req, reply) => {
      const next = nextPath((req.query as { next?: unknown }).next)
      if (req.session) return reply.redirect(next, 303)
      return reply.page(<SignInPage form={blank(SignInForm, { next })} />)
    })
    app.post('/sign-in', (req, reply) => passwordPosted(asking(req, reply)))
    app.get('/sign-in/code', async (_req, reply) => reply.redirect('/sign-in', 303))
    app.post('/sign-in/code', (req, reply) => codePosted(asking(req, reply)))
    app.post('/sign-out', async (req, reply) => {
      const { session } = req
      if (session)
        await req.authority.databases.staff.as(session.person, (tx) => signOut(tx, session, deps.clock.now()))
      forgetSession(reply, deps.secure)
      return reply.seeOther('/sign-in', 'You have signed out')
    })
  }

async function passwordPosted(asking: Asking) {
  const { req, reply, now, secure } = asking
  const form = readForm(SignInForm, req.body)
  if (!form.ok) return reply.page(<SignInAgain req={req} form={form} />, 422)
  const { device } = browserOf(req, secure)
  const outcome = await checkPassword(req.authority, { ...form.value, device }, now)
  if (outcome.kind === 'wrong') {
    const message = 'Email address or password is not right. Check both and try again'
    return reply.page(<SignInAgain req={req} form={form.with({ email: message })} />, 422)
  }
  if (outcome.kind === 'wait') return slowedDown(asking, form, outcome.until)
  const ticket = req.authority.sealer.seal(TICKET, outcome.ticket, now.add({ minutes: TICKET_MINUTES }))
  const { next, recoveryCode } = form.value
  if (recoveryCode) return secondFactor(asking, readForm(CodeForm, { ticket, next, recoveryCode }))
  return reply.page(<CodeAgain req={req} form={blank(CodeForm, { ticket, next })} />)
}

function slowedDown({ req, reply, now }: Asking, form: Form<SignInInput>, until: Instant) {
  const wait = waitInWords(until, now)
  const message = `There were too many tries. Wait ${wait}, then try again`
  reply.header('retry-after', Math.ceil((until.epochMilliseconds - now.epochMilliseconds) / 1000))
  return reply.page(<SignInAgain req={req} form={form.with({ email: message })} offerRecovery />, 429)
}

const codePosted = (asking: Asking) => secondFactor(asking, readForm(CodeForm, asking.req.body))

async function secondFactor(asking: Asking, form: Form<CodeInput>) {
  const { req, reply, now, secure } = asking
  const { sealer, databases } = req.authority
  const ticket = form.ok ? sealer.open<Ticket>(TICKET, form.value.ticket, now) : undefined
  if (!form.ok || !ticket) return startAgain(asking, form)
  // Back, or a second click, after the code was taken
  if (req.session?.person.id === ticket.person) return goOn(asking, ticket, form.value.next, undefined)
  if (!form.value.code && !form.value.recoveryCode)
    return reply.page(<CodeAgain req={req} form={form.with({ code: 'Enter your security code' })} />, 422)
  const { outcome, tokens } = await databases.staff.as(SIGN_IN, async (tx) => {
    const outcome = await checkCode(tx, keysOf(req.authority), ticket, form.value, now)
    if (outcome.kind !== 'right') return { outcome, tokens: undefined }
    const by = outcome.codesLeft === undefined ? 'code' : 'recovery-code'
    return {
      outcome,
      tokens: await completeSignIn(tx, outcome.person, browserOf(req, secure), outcome.lanes, by, now),
    }
  })
  if (tokens) keepSignedIn(reply, tokens, secure)
  if (outcome.kind === 'right') return goOn(asking, ticket, form.value.next, codesNote(outcome.codesLeft))
  if (outcome.kind === 'start-again') return startAgain(asking, form)
  return codeRefused(asking, form, outcome)
}

type Refused = { kind: 'wrong'; field: 'code' | 'recoveryCode' } | { kind: 'wait'; until: Instant }

function codeRefused({ req, reply, now }: Asking, form: Form<CodeInput>, refused: Refused) {
  const { ticket, next, recoveryCode } = form.fields
  // a code that was wrong is of no use again; a long recovery code may have one wrong letter
  const again = blank(CodeForm, { ticket: ticket.value, next: next.value, recoveryCode: recoveryCode.value })
  if (refused.kind === 'wait') {
    const message = `There were too many tries. Wait ${waitInWords(refused.until, now)}, or use a recovery code`
    return reply.page(<CodeAgain req={req} form={again.with({ code: message })} />, 429)
  }
  const message =
    refused.field === 'code'
      ? 'That code is not right, or was used before. Wait for the next one and enter it'
      : 'That recovery code is not right, or was used before'
  return reply.page(<CodeAgain req={req} form={again.with({ [refused.field]: message })} />, 422)
}

function startAgain({ req, reply }: Asking, form: Form<CodeInput>) {
  const again = blank(SignInForm, { next: form.fields.next.value }).with({
    email: 'Enter your email address and password again',
  })
  return reply.page(<SignInAgain req={req} form={again} />, 422)
}

/** The kept form, if it was this person's; otherwise the page they wanted. */
async function goOn({ req, reply, now }: Asking, ticket: Ticket, next: string, note: string | undefined) {
  const token = keptToken(req.body)
  const kept = openKept(req, token, now)
  if (!kept) return reply.seeOther(nextPath(next), note)
  const session = kept.owner === null ? null : Buffer.from(kept.owner, 'hex')
  const owner =
    session && (await req.authority.databases.staff.as(SIGN_IN, (tx) => personOfSession(tx, session)))
  // also when it is nobody's: the vault's own kept forms name no session, and a stranger's has none
  if (owner !== ticket.person)
    return reply.seeOther(
      '/staff',
      'The page that was open here belongs to somebody else, so it was left out',
    )
  return reply.page(<ContinuePage path={kept.path} fields={kept.fields} note={note} />)
}

const codesNote = (left: number | undefined): string | undefined => {
  if (left === undefined) return undefined
  const now = left <= FEW_CODES ? ' Get new ones on your account page now.' : ''
  return left === 1 ? `You have 1 recovery code left.${now}` : `You have ${left} recovery codes left.${now}`
}

type Again<T> = { req: FastifyRequest; form: Form<T> }

const SignInAgain = ({ req, form, offerRecovery }: Again<SignInInput> & { offerRecovery?: boolean }) => (
  <SignInPage form={form} kept={keptToken(req.body)} offerRecovery={offerRecovery} />
)

const CodeAgain = ({ req, form }: Again<CodeInput>) => <CodePage form={form} kept={keptToken(req.body)} />
