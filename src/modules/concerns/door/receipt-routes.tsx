import { randomUUID } from 'node:crypto'
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { blank, type Form, readForm } from '../../../kernel/form.ts'
import { formatDigits, parseReceipt } from '../crypto/receipt.ts'
import type { Deps } from '../deps.ts'
import { councilOf } from './council.ts'
import { dateWords, deadlineWords, momentWords } from './domain.ts'
import { MessageForm, ReceiptForm } from './forms.ts'
import { sendMessage } from './message.ts'
import { type Opened, openReceipt } from './open-receipt.ts'
import { openOpened, openSent, sealOpened } from './sent-token.ts'
import { ConversationPage } from './views/ConversationPage.tsx'
import { KeptPage } from './views/KeptPage.tsx'
import { ReceiptPage } from './views/ReceiptPage.tsx'
import { SentClosedPage, SentPage } from './views/SentPage.tsx'

type Body = { Body: Readonly<Record<string, unknown>> | undefined }
type MessageInput = { message: string }

const NO_SUCH = 'We cannot open this receipt. Check each word or number and type it again'

/** The receipt just given, and what a receipt opens later. A receipt is in no address and in no cookie. */
export const receiptRoutes =
  ({ clock }: Deps): FastifyPluginAsync =>
  async (app) => {
    app.get<{ Querystring: { r?: unknown } }>('/concerns/sent', async (req, reply) =>
      showSent(req, reply, req.query.r, blank(ReceiptForm), false),
    )

    app.post<Body>('/concerns/sent', async (req, reply) => {
      const { r: token, receipt: typed } = req.body ?? {}
      const sent = openSent(req.authority.sealer, token, clock.now())
      const typedReceipt = parseReceipt(typed)
      const right = sent && typedReceipt && formatDigits(sent.receipt) === formatDigits(typedReceipt)
      if (right) return showSent(req, reply, token, blank(ReceiptForm), true)
      const form = readForm(ReceiptForm, req.body).with({
        receipt: 'That is not the same as your receipt. Compare each word or number',
      })
      return showSent(req, reply, token, form, false)
    })

    app.get('/concerns/receipt', async (_req, reply) => reply.page(<ReceiptPage form={blank(ReceiptForm)} />))

    app.post<Body>('/concerns/receipt', async (req, reply) => {
      const { receipt: typed, message } = req.body ?? {}
      const opened = await openReceipt(req.authority, typed, clock.now())
      const draft = typeof message === 'string' ? message : ''
      if (opened) return showOpened(req, reply, opened, blank(MessageForm, draft ? { message: draft } : {}))
      return reply.page(
        <ReceiptPage form={blank(ReceiptForm).with({ receipt: NO_SUCH })} draft={draft} />,
        422,
      )
    })

    // A page loaded again by its address has no receipt any more.
    app.get('/concerns/receipt/message', async (_req, reply) => reply.seeOther('/concerns/receipt'))

    app.post<Body>('/concerns/receipt/message', async (req, reply) => {
      const { sealed } = req.body ?? {}
      const form = readForm(MessageForm, req.body)
      const held = openOpened(req.authority.sealer, sealed, clock.now())
      const closed = () =>
        reply.page(<ReceiptPage form={blank(ReceiptForm)} draft={form.fields.message.value} />, 400)
      if (!held) return closed()
      if (form.ok) {
        const outcome = await sendMessage(req.authority, { ...held, text: form.value.message }, clock.now())
        if (outcome === 'gone') return closed()
        if (outcome === 'away')
          return keep(req, reply, { sealed: String(sealed), message: form.value.message })
      }
      const opened = await openReceipt(req.authority, formatDigits(held.receipt), clock.now())
      if (!opened) return closed()
      return form.ok
        ? showOpened(req, reply, opened, blank(MessageForm), { sent: true })
        : showOpened(req, reply, opened, form, { id: held.id, status: 422 })
    })

    function showSent(
      req: FastifyRequest,
      reply: FastifyReply,
      token: unknown,
      form: Form<{ receipt?: string | undefined }>,
      checked: boolean,
    ) {
      const sent = openSent(req.authority.sealer, token, clock.now())
      if (!sent) return reply.page(<SentClosedPage />, 410)
      const { receipt, deadline } = sent
      const shown = {
        words: receipt.words,
        groups: receipt.groups,
        deadline: deadlineWords(deadline),
        token: String(token),
      }
      return reply.page(
        <SentPage {...shown} form={form} checked={checked} />,
        form.errors.length > 0 ? 422 : 200,
      )
    }

    function showOpened(
      req: FastifyRequest,
      reply: FastifyReply,
      opened: Opened,
      form: Form<MessageInput>,
      {
        id = randomUUID(),
        status = 200,
        sent = false,
      }: { id?: string; status?: number; sent?: boolean } = {},
    ) {
      const token = sealOpened(req.authority.sealer, { receipt: opened.receipt, id }, clock.now())
      const messages = opened.messages.map((message) => ({ ...message, at: momentWords(message.at) }))
      const words = {
        state: opened.state,
        received: momentWords(opened.receivedAt),
        deadline: deadlineWords(opened.acknowledgeBy),
        until: dateWords(opened.receiptUntil),
      }
      return reply.page(
        <ConversationPage {...words} messages={messages} token={token} form={form} sent={sent} />,
        status,
      )
    }

    function keep(req: FastifyRequest, reply: FastifyReply, fields: Readonly<Record<string, string>>) {
      reply.header('retry-after', '30')
      const council = councilOf(req.authority)
      return reply.page(
        <KeptPage council={council} why="away" action="/concerns/receipt/message" fields={fields} />,
        503,
      )
    }
  }
