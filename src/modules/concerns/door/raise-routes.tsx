import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { PUBLIC } from '../../../kernel/actor.ts'
import type { Instant } from '../../../kernel/clock.ts'
import { continueJourney, SEALED, type Send, startJourney } from '../../../platform/journey/index.ts'
import { proofsOf } from '../crypto/proof.ts'
import { parseReceipt } from '../crypto/receipt.ts'
import type { Deps } from '../deps.ts'
import { contentOf } from './compose.ts'
import { councilOf } from './council.ts'
import { RAISE } from './raise.ts'
import { send } from './send.ts'
import { sentAddress } from './sent-token.ts'
import { readDoor } from './store.ts'
import { KeptPage } from './views/KeptPage.tsx'
import { RaiseView } from './views/RaiseView.tsx'

type Step = { Params: { step: string }; Body: Readonly<Record<string, unknown>> | undefined }
type Sending = Send<typeof RAISE.steps, 'call-999', { receipt: string }>

/** The journey. Nothing is stored before Send, which alone needs the database. */
export const raiseRoutes =
  ({ clock }: Deps): FastifyPluginAsync =>
  async (app) => {
    app.get(RAISE.base, async (req, reply) => {
      const proofs = proofsOf(req.authority)
      const { open } = await req.authority.databases.public.as(PUBLIC, (tx) =>
        readDoor(tx, proofs, clock.now()),
      )
      if (!open) return reply.seeOther('/concerns')
      return reply.page(<RaiseView page={startJourney(RAISE, req.authority.sealer, clock.now())} />)
    })

    // Pages of the journey are answers to a post: an address typed again leads to the start.
    app.get(`${RAISE.base}/:step`, async (_req, reply) => reply.seeOther(RAISE.base))

    app.post<Step>(`${RAISE.base}/:step`, async (req, reply) => {
      const { step } = req.params
      const next = continueJourney(RAISE, req.authority.sealer, { step, body: req.body }, clock.now())
      if (next.kind === 'page') return reply.page(<RaiseView page={next.page} />, next.status)
      return deliver(req, reply, next, clock.now())
    })
  }

async function deliver(req: FastifyRequest<Step>, reply: FastifyReply, sending: Sending, now: Instant) {
  const { id, fingerprint, answers, fixed } = sending
  const receipt = parseReceipt(fixed.receipt)
  if (!receipt) throw new Error('a journey holds no receipt')
  const parcel = {
    id,
    fingerprint,
    receipt,
    content: contentOf(answers),
    dangerNow: answers.danger === 'yes',
  }
  const outcome = await send(req.authority, parcel, now)
  if (outcome === 'sent') return reply.seeOther(sentAddress(req.authority.sealer, receipt, now))
  const fields = { [SEALED]: String(req.body?.[SEALED]) }
  const council = councilOf(req.authority)
  const page = <KeptPage council={council} why={outcome} action={`${RAISE.base}/check`} fields={fields} />
  return reply.header('retry-after', '30').page(page, 503)
}
