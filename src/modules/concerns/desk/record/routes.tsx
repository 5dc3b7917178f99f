import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { NotFound } from '../../../../kernel/errors.ts'
import { blank, readForm } from '../../../../kernel/form.ts'
import type { ConcernContent } from '../../content.ts'
import { receiptHashFor } from '../../door/keys.ts'
import { getConcern } from '../concern/store.ts'
import { fieldOf } from '../fields.ts'
import { concernPath } from '../paths.ts'
import type { Desk } from '../vault/desk-routes.ts'
import { RecordForm, readWhen, startOf } from './forms.ts'
import { recordConcern } from './record.ts'
import { newRecordToken, openReceipt, openRecordToken, sealReceipt } from './token.ts'
import { ReceiptPage } from './views/ReceiptPage.tsx'
import { RecordPage } from './views/RecordPage.tsx'

type ById = { Params: { id: string }; Querystring: { receipt?: string } }

/** Recording what came by telephone, letter, email or in person. */
export const recordRoutes =
  (desk: Desk): FastifyPluginAsync =>
  async (app) => {
    app.get('/new', async (req, reply) => {
      await desk.open(req, async () => undefined)
      const now = desk.clock.now()
      const form = blank(RecordForm, { ...startOf(now) })
      return reply.page(<RecordPage form={form} token={newRecordToken(req.authority.sealer, now)} />)
    })

    app.post('/new', async (req, reply) => {
      const now = desk.clock.now()
      const { sealer } = req.authority
      const form = readForm(RecordForm, req.body)
      const token = fieldOf(req.body, 'once')
      const { id, receipt } = openRecordToken(sealer, token, now)
      const when = form.ok ? readWhen(form.value, now) : form
      // checked before anything is refused, so that an open form never meets a shut vault twice
      await desk.open(req, async (tx, officer) => {
        if (!form.ok || !when.ok) return
        const { channel, danger } = form.value
        const kept = form.value.receipt === 'yes' && { receipt, hash: receiptHashFor(req.authority, receipt) }
        const rest = { receivedAt: when.value, receipt: kept || undefined }
        await recordConcern(tx, officer, {
          id,
          channel,
          dangerNow: danger === 'yes',
          content: contentOf(form.value),
          ...rest,
        })
      })
      if (!form.ok || !when.ok)
        return reply.page(<RecordPage form={when.ok ? form : form.with(when.error)} token={token} />, 422)
      if (form.value.receipt === 'no') return reply.seeOther(concernPath(id), 'Concern saved')
      return reply.seeOther(`${concernPath(id, 'receipt')}?receipt=${sealReceipt(sealer, receipt, now)}`)
    })

    app.get<ById>('/:id/receipt', async (req, reply) => {
      const { id } = await desk.open(req, (tx) => getConcern(tx, req.params.id))
      const { words, groups } = receiptOf(req, desk)
      return reply.page(<ReceiptPage id={id} words={words} groups={groups} />)
    })
  }

function receiptOf(req: FastifyRequest<ById>, { clock }: Desk) {
  const receipt = openReceipt(req.authority.sealer, req.query.receipt, clock.now())
  if (!receipt) throw new NotFound('receipt')
  return receipt
}

type Answers = {
  worry: string
  happened?: string | undefined
  relationship?: string | undefined
  contact?: string | undefined
  language?: string | undefined
}

const contentOf = ({ worry, happened, relationship, contact, language }: Answers): ConcernContent => ({
  worry,
  when: happened,
  relationship,
  contact,
  language,
})
