import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { Instant } from '../../../../kernel/clock.ts'
import { blank, type Form, readForm } from '../../../../kernel/form.ts'
import { timeWords } from '../../../../kernel/moments.ts'
import { keepForm, keptToken, openKept, textsIn } from '../../../../platform/http/index.ts'
import { proofsOf } from '../../crypto/proof.ts'
import { fieldOf } from '../fields.ts'
import { nextPath, VAULT } from '../paths.ts'
import { clearVaultCookie, setVaultCookie } from './cookie-routes.ts'
import type { Desk, VaultShut } from './desk-routes.ts'
import type { Shut } from './domain.ts'
import { UnlockForm } from './forms.ts'
import { readVaultPeople } from './page.ts'
import { reviewBreakGlass } from './review.ts'
import { lock, unlock } from './unlock.ts'
import { KeptPage } from './views/KeptPage.tsx'
import { type UnlockForm as UnlockFields, UnlockPage } from './views/UnlockPage.tsx'
import { VaultPage } from './views/VaultPage.tsx'

/** Opening and locking the vault, and who can. */
export const vaultRoutes =
  (desk: Desk): FastifyPluginAsync =>
  async (app) => {
    app.get('/vault', (req, reply) => showVault(desk, req, reply))

    app.post('/vault/open', async (req, reply) => {
      const form = readForm(UnlockForm, req.body)
      if (!form.ok) return refuse(desk, req, reply, form)
      const attempt = {
        person: req.officer,
        sessionHash: sessionHash(req),
        proofs: proofsOf(req.authority),
        now: desk.clock.now(),
        ...form.value,
      }
      const outcome = await unlock(desk.vaultOf(req.authority), attempt)
      if ('refused' in outcome)
        return refuse(desk, req, reply, form.with({ passphrase: refusal(outcome.refused) }))
      setVaultCookie(reply, desk.secure, outcome.cookieKey)
      return goOn(desk, req, reply)
    })

    app.post('/vault/lock', async (req, reply) => {
      await desk.at(req, (tx, person) => lock(tx, person, sessionHash(req)))
      return clearVaultCookie(reply, desk.secure).seeOther(VAULT, 'The vault is locked')
    })

    app.post('/vault/review', async (req, reply) => {
      const result = await desk.at(req, (tx, person) =>
        reviewBreakGlass(tx, person, fieldOf(req.body, 'id'), desk.clock.now()),
      )
      if (result.ok) return reply.seeOther(VAULT, 'Review saved')
      return showVault(desk, req, reply, Object.values(result.error)[0])
    })
  }

/** The way to open the vault, in place of a page that needs it; a form that was posted is carried along. */
export function showUnlock(
  desk: Desk,
  error: VaultShut,
  req: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const posted = req.method === 'POST'
  const kept = posted ? keepForm(req, desk.clock.now(), req.officer.id) : undefined
  const lost = posted && !kept ? textsIn(req.body) : undefined
  const page = unlockProps(blank(UnlockForm), posted ? undefined : req.url, kept)
  return reply.page(<UnlockPage shut={error.shut} tooLong={lost} {...page} />, posted ? 422 : 200)
}

export const unlockProps = (form: UnlockFields, next: string | undefined, kept?: string | undefined) => ({
  form,
  next: nextPath(next),
  kept,
})

async function showVault(
  desk: Desk,
  req: FastifyRequest,
  reply: FastifyReply,
  problem?: string,
): Promise<FastifyReply> {
  const { people, shut } = await desk.at(req, async (tx) => {
    const vault = await desk.resume(req, tx)
    const people = await readVaultPeople(tx, desk.clock.now())
    return { people, shut: 'shut' in vault ? vault.shut : undefined }
  })
  const unlock = unlockProps(blank(UnlockForm), VAULT)
  const page = <VaultPage me={req.officer.id} {...people} shut={shut} unlock={unlock} problem={problem} />
  return reply.page(page, problem ? 422 : 200)
}

const refusal = (why: 'shut' | Instant): string =>
  why === 'shut'
    ? 'The vault did not open. The passphrase is wrong, or you have no access yet'
    : `Too many tries. Try again at ${timeWords(why)}`

async function refuse(
  desk: Desk,
  req: FastifyRequest,
  reply: FastifyReply,
  form: Form<{ passphrase: string }>,
) {
  const shut = await desk.at(req, async (tx): Promise<Shut> => {
    const vault = await desk.resume(req, tx)
    return 'shut' in vault ? vault.shut : 'locked'
  })
  const next = fieldOf(req.body, 'next')
  const page = <UnlockPage shut={shut} {...unlockProps(form, next, keptToken(req.body))} />
  return reply.page(page, 422)
}

function goOn(desk: Desk, req: FastifyRequest, reply: FastifyReply): FastifyReply {
  const kept = openKept(req, keptToken(req.body), desk.clock.now())
  if (kept && kept.owner === req.officer.id && nextPath(kept.path) === kept.path)
    return reply.page(<KeptPage path={kept.path} fields={kept.fields} />)
  return reply.seeOther(nextPath(fieldOf(req.body, 'next')), 'The vault is open')
}

function sessionHash(req: FastifyRequest): Buffer {
  if (!req.session) throw new Error('the guard let somebody through who is not signed in')
  return req.session.hash
}
