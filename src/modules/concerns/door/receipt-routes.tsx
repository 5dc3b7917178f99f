import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { blank, readForm } from '../../../kernel/form.ts'
import { formatDigits } from '../crypto/receipt.ts'
import type { Deps } from '../deps.ts'
import { conversation } from './conversation.tsx'
import { councilOf } from './council.ts'
import { MessageForm, ReceiptForm } from './forms.ts'
import { sendMessage } from './message.ts'
import { openReceipt } from './open-receipt.ts'
import { openOpened } from './sent-token.ts'
import { KeptPage } from './views/KeptPage.tsx'
import { ReceiptPage } from './views/ReceiptPage.tsx'

type Posted = { Body: Readonly<Record<string, unknown>> | undefined }

const MESSAGE = '/concerns/receipt/message'
const NO_SUCH = 'We cannot open this receipt. Check each word or number and type it again'

/** Coming back with a receipt. It travels in the body of a post, then sealed; never in an address or a cookie. */
export const receiptRoutes =
  ({ clock }: Deps): FastifyPluginAsync =>
  async (app) => {
    app.get('/concerns/receipt', async (_req, reply) => reply.page(<ReceiptPage form={blank(ReceiptForm)} />))

    app.post<Posted>('/concerns/receipt', async (req, reply) => {
      const { receipt: typed, message } = req.body ?? {}
      const now = clock.now()
      const opened = await openReceipt(req.authority, typed, now)
      const draft = typeof message === 'string' ? message : ''
      if (!opened)
        return reply.page(
          <ReceiptPage form={blank(ReceiptForm).with({ receipt: NO_SUCH })} draft={draft} />,
          422,
        )
      const form = blank(MessageForm, draft ? { message: draft } : {})
      return reply.page(conversation(req.authority.sealer, opened, form, now))
    })

    // The page that a message leads to, loaded again by its address, has no receipt any more.
    app.get(MESSAGE, async (_req, reply) => reply.seeOther('/concerns/receipt'))

    app.post<Posted>(MESSAGE, async (req, reply) => {
      const { sealer } = req.authority
      const now = clock.now()
      const held = openOpened(sealer, req.body?.sealed, now)
      if (!held) return askAgain(req, reply)
      const form = readForm(MessageForm, req.body)
      if (form.ok) {
        const outcome = await sendMessage(req.authority, { ...held, text: form.value.message }, now)
        if (outcome === 'gone') return askAgain(req, reply)
        if (outcome !== 'sent') return keep(req, reply, outcome)
      }
      const opened = await openReceipt(req.authority, formatDigits(held.receipt), now)
      if (!opened) return askAgain(req, reply)
      if (form.ok) return reply.page(conversation(sealer, opened, blank(MessageForm), now, { sent: true }))
      return reply.page(conversation(sealer, opened, form, now, { id: held.id }), 422)
    })
  }

const typedMessage = ({ body }: FastifyRequest<Posted>): string =>
  readForm(MessageForm, body).fields.message.value

/** The page was open too long: the receipt is asked for again, and the message waits. */
const askAgain = (req: FastifyRequest<Posted>, reply: FastifyReply) =>
  reply.page(<ReceiptPage form={blank(ReceiptForm)} draft={typedMessage(req)} />, 400)

function keep(req: FastifyRequest<Posted>, reply: FastifyReply, why: 'away' | 'closed') {
  const fields = { sealed: String(req.body?.sealed), message: typedMessage(req) }
  const page = <KeptPage council={councilOf(req.authority)} why={why} action={MESSAGE} fields={fields} />
  return reply.header('retry-after', '30').page(page, 503)
}
