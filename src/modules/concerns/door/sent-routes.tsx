import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { blank, readForm } from '../../../kernel/form.ts'
import { formatDigits, parseReceipt } from '../crypto/receipt.ts'
import type { Deps } from '../deps.ts'
import { deadlineWords } from './domain.ts'
import { ReceiptForm } from './forms.ts'
import { openSent } from './sent-token.ts'
import { SentClosedPage, SentPage, type SentProps } from './views/SentPage.tsx'

type Query = { Querystring: { r?: unknown } }
type Body = { Body: Readonly<Record<string, unknown>> | undefined }
type Checked = Pick<SentProps, 'form' | 'checked'>

const DIFFERS = 'That is not the same as your receipt. Compare each word or number'

/** The receipt just given, for half an hour, and a way to check what was written down. It needs no database. */
export const sentRoutes =
  ({ clock }: Deps): FastifyPluginAsync =>
  async (app) => {
    const show = (req: FastifyRequest, reply: FastifyReply, token: unknown, checked: Checked) => {
      const sent = openSent(req.authority.sealer, token, clock.now())
      if (!sent) return reply.page(<SentClosedPage />, 410)
      const { words, groups } = sent.receipt
      const shown = {
        words,
        groups,
        deadline: deadlineWords(sent.deadline),
        token: String(token),
        address: `${req.host}/concerns/receipt`,
      }
      return reply.page(<SentPage {...shown} {...checked} />, checked.form.errors.length > 0 ? 422 : 200)
    }

    app.get<Query>('/concerns/sent', async (req, reply) =>
      show(req, reply, req.query.r, { form: blank(ReceiptForm), checked: false }),
    )

    app.post<Body>('/concerns/sent', async (req, reply) => {
      const { r: token, receipt: typed } = req.body ?? {}
      const sent = openSent(req.authority.sealer, token, clock.now())
      const typedReceipt = parseReceipt(typed)
      const same = sent && typedReceipt && formatDigits(sent.receipt) === formatDigits(typedReceipt)
      if (same) return show(req, reply, token, { form: blank(ReceiptForm), checked: true })
      const form = readForm(ReceiptForm, req.body).with({ receipt: DIFFERS })
      return show(req, reply, token, { form, checked: false })
    })
  }
