import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { Clock, Instant } from '../../../kernel/clock.ts'
import { blank, readForm } from '../../../kernel/form.ts'
import { keysOf } from '../keys.ts'
import { browserOf, keepSignedIn } from '../session/cookies.ts'
import { SIGN_IN } from '../sign-in/check-password.ts'
import { hashPassword } from '../sign-in/password.ts'
import { newTotpSecret } from '../sign-in/totp.ts'
import { invitationHash, invitationPath, SETUP_MINUTES, type Setup } from './domain.ts'
import { AppForm, PasswordForm } from './forms.ts'
import { passwordProblem } from './password-rule.ts'
import { setUpAccount } from './set-up.ts'
import { findInvitation, type Invitation } from './store.ts'
import { AppPage } from './views/AppPage.tsx'
import { LinkGonePage } from './views/LinkGonePage.tsx'
import { PasswordPage } from './views/PasswordPage.tsx'
import { RecoveryCodesPage } from './views/RecoveryCodesPage.tsx'

type Deps = { readonly clock: Clock; readonly secure: boolean }
type ByToken = { Params: { token: string } }
type Asking = Deps & {
  readonly req: FastifyRequest<ByToken>
  readonly reply: FastifyReply
  readonly token: string
  readonly now: Instant
}

const SETUP = 'account setup'

/** Choose a password, show a code of the app, keep the recovery codes. */
export const invitationRoutes =
  (deps: Deps): FastifyPluginAsync =>
  async (app) => {
    app.addHook('onRequest', async (_req, reply) => {
      reply.header('cache-control', 'no-store')
    })
    const asking = (req: FastifyRequest<ByToken>, reply: FastifyReply): Asking => ({
      ...deps,
      req,
      reply,
      token: req.params.token,
      now: deps.clock.now(),
    })

    app.get<ByToken>('/invitation/:token', async (req, reply) => {
      const { token, now } = asking(req, reply)
      const invitation = await invitationOf(req, token, now)
      if (!invitation) return linkGone(reply)
      return reply.page(
        <PasswordPage invitation={invitation} form={blank(PasswordForm)} action={invitationPath(token)} />,
      )
    })
    app.post<ByToken>('/invitation/:token', (req, reply) => passwordChosen(asking(req, reply)))
    app.get<ByToken>('/invitation/:token/app', async (req, reply) =>
      reply.redirect(invitationPath(req.params.token), 303),
    )
    app.post<ByToken>('/invitation/:token/app', (req, reply) => codeShown(asking(req, reply)))
  }

const linkGone = (reply: FastifyReply) => reply.page(<LinkGonePage />, 404)

const invitationOf = (req: FastifyRequest, token: string, now: Instant): Promise<Invitation | undefined> =>
  req.authority.databases.staff.as(SIGN_IN, (tx) => findInvitation(tx, invitationHash(token), now))

async function passwordChosen({ req, reply, token, now }: Asking) {
  const invitation = await invitationOf(req, token, now)
  if (!invitation) return linkGone(reply)
  const form = readForm(PasswordForm, req.body)
  const again = (errors: Record<string, string>) =>
    reply.page(
      <PasswordPage invitation={invitation} form={form.with(errors)} action={invitationPath(token)} />,
      422,
    )
  if (!form.ok) return again({ password: 'Password must be 200 characters or fewer' })
  const problem = passwordProblem(form.value.password, invitation)
  if (problem) return again({ password: problem })
  if (form.value.password !== form.value.again) return again({ again: 'Enter the same password twice' })
  const passwordHash = await hashPassword(form.value.password)
  const setup: Setup = { invitation: invitation.id, passwordHash, totpSecret: newTotpSecret() }
  const sealed = req.authority.sealer.seal(SETUP, setup, now.add({ minutes: SETUP_MINUTES }))
  const page = blank(AppForm, { setup: sealed })
  return reply.page(<AppStep req={req} token={token} setup={setup} form={page} email={invitation.email} />)
}

async function codeShown({ req, reply, token, now, secure }: Asking) {
  const invitation = await invitationOf(req, token, now)
  const form = readForm(AppForm, req.body)
  if (!invitation || !form.ok) return linkGone(reply)
  const setup = req.authority.sealer.open<Setup>(SETUP, form.value.setup, now)
  // too long ago: the link still works, from its first step
  if (!setup || setup.invitation !== invitation.id) return reply.redirect(invitationPath(token), 303)
  const asked = { token, setup, code: form.value.code, browser: browserOf(req, secure) }
  const outcome = await req.authority.databases.staff.as(SIGN_IN, (tx) =>
    setUpAccount(tx, keysOf(req.authority), asked, now),
  )
  if (outcome.kind === 'gone') return linkGone(reply)
  if (outcome.kind === 'wrong-code') {
    const message = form.value.code
      ? 'That code is not right. Wait for the next one and enter it'
      : 'Enter the 6 numbers that the app shows'
    const again = form.with({ code: message })
    return reply.page(
      <AppStep req={req} token={token} setup={setup} form={again} email={invitation.email} />,
      422,
    )
  }
  keepSignedIn(reply, outcome.tokens, secure)
  return reply.page(<RecoveryCodesPage codes={outcome.recoveryCodes} />)
}

type AppStepProps = Pick<Parameters<typeof AppPage>[0], 'form' | 'email'> & {
  req: FastifyRequest
  token: string
  setup: Setup
}

const AppStep = ({ req, token, setup, form, email }: AppStepProps) => (
  <AppPage
    form={form}
    secret={setup.totpSecret}
    issuer={req.authority.settings().shortName}
    email={email}
    action={`${invitationPath(token)}/app`}
  />
)
