import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { NotFound } from '../../../../kernel/errors.ts'
import { blank, readForm } from '../../../../kernel/form.ts'
import { can } from '../../../identity/index.ts'
import { proofsOf } from '../../crypto/proof.ts'
import { DESK, VAULT } from '../paths.ts'
import type { Desk } from './desk-routes.ts'
import type { Holder } from './domain.ts'
import { ChangeForm, ForgottenForm, GrantForm, PassphraseForm, RotateForm } from './forms.ts'
import { grantVault } from './grant.ts'
import { listHolders } from './grant-store.ts'
import { changeOwnPassphrase, setPassphrase } from './passphrase.ts'
import { rotateVault } from './rotate.ts'
import { GrantPage } from './views/GrantPage.tsx'
import { ChangePage, ForgottenPage, SetPage } from './views/PassphrasePages.tsx'
import { RotatePage } from './views/RotatePage.tsx'

type ById = { Params: { id: string } }

/** Who sets a passphrase, when, and what proves their key afterwards. */
const by = ({ clock }: Desk, req: FastifyRequest) => ({
  person: req.officer,
  proofs: proofsOf(req.authority),
  now: clock.now(),
})

/** An officer's own passphrase. */
export const passphraseRoutes =
  (desk: Desk): FastifyPluginAsync =>
  async (app) => {
    app.get('/vault/passphrase', async (_req, reply) => reply.page(<SetPage form={blank(PassphraseForm)} />))
    app.post('/vault/passphrase', async (req, reply) => {
      const form = readForm(PassphraseForm, req.body)
      if (!form.ok) return reply.page(<SetPage form={form} />, 422)
      const setting = { ...by(desk, req), passphrase: form.value.passphrase }
      await setPassphrase(desk.vaultOf(req.authority), setting)
      return reply.seeOther(DESK, 'Vault passphrase set')
    })

    app.get('/vault/change', async (_req, reply) => reply.page(<ChangePage form={blank(ChangeForm)} />))
    app.post('/vault/change', async (req, reply) => {
      const form = readForm(ChangeForm, req.body)
      if (!form.ok) return reply.page(<ChangePage form={form} />, 422)
      const { old, passphrase } = form.value
      const change = { ...by(desk, req), old, passphrase }
      const result = await changeOwnPassphrase(desk.vaultOf(req.authority), change)
      if (!result.ok) return reply.page(<ChangePage form={form.with(result.error)} />, 422)
      return reply.seeOther(VAULT, 'Vault passphrase changed')
    })

    app.get('/vault/forgotten', async (_req, reply) =>
      reply.page(<ForgottenPage form={blank(ForgottenForm)} />),
    )
    app.post('/vault/forgotten', async (req, reply) => {
      const form = readForm(ForgottenForm, req.body)
      if (!form.ok) return reply.page(<ForgottenPage form={form} />, 422)
      const setting = { ...by(desk, req), passphrase: form.value.passphrase }
      await setPassphrase(desk.vaultOf(req.authority), setting, { forgotten: true })
      return reply.seeOther(VAULT, 'New vault passphrase set. Ask a colleague to give you access')
    })
  }

/** Giving colleagues access, and ending it with a new key. */
export const grantRoutes =
  (desk: Desk): FastifyPluginAsync =>
  async (app) => {
    await app.register(accessRoutes(desk))
    await app.register(rotateRoutes(desk))
  }

const accessRoutes =
  (desk: Desk): FastifyPluginAsync =>
  async (app) => {
    app.get<ById>('/vault/access/:id', async (req, reply) => {
      const holder = await desk.open(req, async (tx, { now }) =>
        one(await listHolders(tx, now), req.params.id),
      )
      const form = blank(GrantForm, { lasting: 'for-good' })
      return reply.page(
        <GrantPage holder={holder} isLead={can(req.officer, 'concerns.break-glass')} form={form} />,
      )
    })

    app.post<ById>('/vault/access/:id', async (req, reply) => {
      const form = readForm(GrantForm, req.body)
      const isLead = can(req.officer, 'concerns.break-glass')
      const { holder, result } = await desk.open(req, async (tx, { person, vault, now }) => {
        const holder = one(await listHolders(tx, now), req.params.id)
        if (!form.ok) return { holder, result: form }
        const { lasting, hours, reason } = form.value
        const until = now.add({ hours: Number(hours) || 1 })
        const forATime = isLead && lasting === 'for-a-time' && reason ? { forATime: { until, reason } } : {}
        const granting = { to: holder.id, proofs: proofsOf(req.authority), now, ...forATime }
        return { holder, result: await grantVault(tx, person, vault, granting) }
      })
      if (result.ok) return reply.seeOther(VAULT, `${holder.name} can now open the vault`)
      return reply.page(<GrantPage holder={holder} isLead={isLead} form={form.with(result.error)} />, 422)
    })
  }

const rotateRoutes =
  (desk: Desk): FastifyPluginAsync =>
  async (app) => {
    app.get('/vault/rotate', async (req, reply) => {
      const holders = await desk.open(req, (tx, { now }) => listHolders(tx, now))
      return reply.page(<RotatePage holders={holders} me={req.officer.id} form={blank(RotateForm)} />)
    })

    app.post('/vault/rotate', async (req, reply) => {
      const form = readForm(RotateForm, req.body)
      const proofs = proofsOf(req.authority)
      const { holders, result } = await desk.open(req, async (tx, { person, now }) => {
        const result = form.ok ? await rotateVault(tx, person, { ...form.value, proofs, now }) : form
        return { holders: await listHolders(tx, now), result }
      })
      if (result.ok) return reply.seeOther(VAULT, 'The vault has a new key. Open it again')
      return reply.page(
        <RotatePage holders={holders} me={req.officer.id} form={form.with(result.error)} />,
        422,
      )
    })
  }

function one(holders: readonly Holder[], id: string): Holder {
  const found = holders.find((holder) => holder.id === id)
  if (!found) throw new NotFound('officer')
  return found
}
