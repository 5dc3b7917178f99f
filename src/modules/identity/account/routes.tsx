import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { type Clock, type Instant, Temporal } from '../../../kernel/clock.ts'
import { NotFound, SignInNeeded } from '../../../kernel/errors.ts'
import { blank, readForm } from '../../../kernel/form.ts'
import { isId } from '../../../kernel/ids.ts'
import { audit } from '../../../platform/audit/index.ts'
import { signedIn } from '../guard-routes.ts'
import { passwordProblem } from '../invitation/password-rule.ts'
import { keysOf } from '../keys.ts'
import { forgetSession } from '../session/cookies.ts'
import { IDLE_MINUTES, LONGEST_HOURS } from '../session/domain.ts'
import { sessionId } from '../session/store.ts'
import { hashPassword } from '../sign-in/password.ts'
import { newRecoveryCodes, recoveryHash } from '../sign-in/recovery-codes.ts'
import { findSecondFactor } from '../sign-in/store.ts'
import { confirmPassword } from './confirm.ts'
import { ConfirmForm, NewPasswordForm } from './forms.ts'
import { changeOwnPassword, endOwnSessions, listOwnSessions, replaceOwnRecoveryCodes } from './store.ts'
import { AccountPage } from './views/AccountPage.tsx'
import { ChangePasswordPage } from './views/ChangePasswordPage.tsx'
import { AskNewCodesPage, NewCodesPage } from './views/NewCodesPage.tsx'

type Deps = { readonly clock: Clock; readonly secure: boolean }

const staffOf = (req: FastifyRequest) => req.authority.databases.staff

function sessionOf(req: FastifyRequest) {
  if (!req.session) throw new SignInNeeded()
  return req.session
}

/** The own account: sessions, password, recovery codes. */
export const accountRoutes =
  ({ clock, secure }: Deps): FastifyPluginAsync =>
  async (app) => {
    app.addHook('preHandler', signedIn)

    app.get('/staff/account', (req, reply) => accountShown(req, reply, clock.now()))

    app.post<{ Params: { id: string } }>('/staff/account/sessions/:id/end', async (req, reply) => {
      const { id } = req.params
      if (!isId(id)) throw new NotFound('session')
      const gone = await staffOf(req).as(req.officer, (tx) => endOwnSessions(tx, id, null, clock.now()))
      return reply.seeOther('/staff/account', gone > 0 ? 'Signed out there' : 'That one had ended already')
    })

    app.post('/staff/account/sign-out-everywhere', async (req, reply) => {
      await staffOf(req).as(req.officer, async (tx) => {
        const ended = await endOwnSessions(tx, null, null, clock.now())
        await audit(tx, req.officer, 'person.signed-out-everywhere', req.officer.id, { ended })
      })
      forgetSession(reply, secure)
      return reply.seeOther('/sign-in', 'You have signed out everywhere')
    })

    app.get('/staff/account/password', async (req, reply) =>
      reply.page(<ChangePasswordPage form={blank(NewPasswordForm)} email={await emailOf(req)} />),
    )
    app.post('/staff/account/password', (req, reply) => passwordChanged(req, reply, clock.now()))

    app.get('/staff/account/recovery-codes', async (_req, reply) =>
      reply.page(<AskNewCodesPage form={blank(ConfirmForm)} />),
    )
    app.post('/staff/account/recovery-codes', (req, reply) => codesReplaced(req, reply, clock.now()))
  }

const factorOf = (req: FastifyRequest) =>
  staffOf(req).as(req.officer, (tx) => findSecondFactor(tx, req.officer.id))
const emailOf = async (req: FastifyRequest): Promise<string> => (await factorOf(req))?.email ?? ''

async function accountShown(req: FastifyRequest, reply: FastifyReply, now: Instant) {
  const { person, hash } = sessionOf(req)
  const idleSince = now.subtract(Temporal.Duration.from({ minutes: IDLE_MINUTES }))
  const begunSince = now.subtract(Temporal.Duration.from({ hours: LONGEST_HOURS }))
  const page = await staffOf(req).as(person, async (tx) => ({
    factor: await findSecondFactor(tx, person.id),
    sessions: await listOwnSessions(tx, person.id, idleSince, begunSince),
    current: await sessionId(tx, hash),
  }))
  const { factor, sessions, current } = page
  return reply.page(
    <AccountPage
      me={person}
      email={factor?.email ?? ''}
      codesLeft={factor?.codesLeft ?? 0}
      sessions={sessions}
      current={current}
    />,
  )
}

async function passwordChanged(req: FastifyRequest, reply: FastifyReply, now: Instant) {
  const { person, hash } = sessionOf(req)
  const email = await emailOf(req)
  const form = readForm(NewPasswordForm, req.body)
  const again = (errors: Readonly<Record<string, string>>) =>
    reply.page(<ChangePasswordPage form={form.with(errors)} email={email} />, 422)
  if (!form.ok) return again({ password: 'Password must be 200 characters or fewer' })
  const problem = passwordProblem(form.value.password, { name: person.name, email })
  if (problem) return again({ password: problem })
  if (form.value.password !== form.value.again) return again({ again: 'Enter the same password twice' })
  const confirmed = await confirmPassword(req.authority, person, form.value.current, now)
  if (!confirmed.ok) return again(confirmed.error)
  const passwordHash = await hashPassword(form.value.password)
  await staffOf(req).as(person, async (tx) => {
    await changeOwnPassword(tx, passwordHash, hash, now)
    await audit(tx, person, 'person.password-changed', person.id)
  })
  return reply.seeOther('/staff/account', 'Password changed')
}

async function codesReplaced(req: FastifyRequest, reply: FastifyReply, now: Instant) {
  const { person } = sessionOf(req)
  const form = readForm(ConfirmForm, req.body)
  const typed = form.ok ? form.value.current : ''
  const confirmed = await confirmPassword(req.authority, person, typed, now)
  if (!confirmed.ok) return reply.page(<AskNewCodesPage form={form.with(confirmed.error)} />, 422)
  const codes = newRecoveryCodes()
  const { recovery } = keysOf(req.authority)
  await staffOf(req).as(person, async (tx) => {
    await replaceOwnRecoveryCodes(
      tx,
      codes.map((code) => recoveryHash(recovery, person.id, code)),
    )
    await audit(tx, person, 'person.recovery-codes-replaced', person.id)
  })
  return reply.page(<NewCodesPage codes={codes} />)
}
