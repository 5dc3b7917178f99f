import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { blank, readForm } from '../../../../kernel/form.ts'
import { fieldOf } from '../fields.ts'
import { newOnce, openOnce } from '../once.ts'
import { concernPath, DESK } from '../paths.ts'
import type { Desk } from '../vault/desk-routes.ts'
import { addNote, reply as sendReply } from './act.ts'
import { canReply } from './domain.ts'
import { CloseForm, NoteForm, ReplyForm, ToldForm, WithdrawForm } from './forms.ts'
import { close, reopen, setTold, withdraw } from './settle.ts'
import { getConcern, hasWithdrawn } from './store.ts'
import { ClosePage, NotePage, ReplyPage, ToldPage, WithdrawPage } from './views/ActPages.tsx'

type ById = { Params: { id: string } }

/** What officers write on a concern: each its own page. Their pages show nothing of its content. */
export const wordRoutes =
  (desk: Desk): FastifyPluginAsync =>
  async (app) => {
    await app.register(noteRoutes(desk))
    await app.register(replyRoutes(desk))
    await app.register(toldRoutes(desk))
  }

const noteRoutes =
  (desk: Desk): FastifyPluginAsync =>
  async (app) => {
    const { fresh, posted } = onceOf(desk)

    app.get<ById>('/:id/note', async (req, reply) => {
      const concern = await desk.open(req, (tx) => getConcern(tx, req.params.id))
      return reply.page(<NotePage concern={concern} form={blank(NoteForm)} once={fresh(req)} />)
    })
    app.post<ById>('/:id/note', async (req, reply) => {
      const form = readForm(NoteForm, req.body)
      const concern = await desk.open(req, async (tx, officer) => {
        const concern = await getConcern(tx, req.params.id)
        if (form.ok) await addNote(tx, officer, concern, { id: posted(req).id, text: form.value.note })
        return concern
      })
      if (form.ok) return reply.seeOther(concernPath(concern.id), 'Note saved')
      return reply.page(<NotePage concern={concern} form={form} once={posted(req).token} />, 422)
    })
  }

const replyRoutes =
  (desk: Desk): FastifyPluginAsync =>
  async (app) => {
    const { fresh, posted } = onceOf(desk)

    app.get<ById>('/:id/reply', async (req, reply) => {
      const concern = await desk.open(req, (tx) => getConcern(tx, req.params.id))
      const refused = !canReply(concern, desk.clock.now())
      return reply.page(
        <ReplyPage concern={concern} form={blank(ReplyForm)} once={fresh(req)} refused={refused} />,
      )
    })
    app.post<ById>('/:id/reply', async (req, reply) => {
      const form = readForm(ReplyForm, req.body)
      const { concern, result } = await desk.open(req, async (tx, officer) => {
        const concern = await getConcern(tx, req.params.id)
        if (!form.ok) return { concern, result: form }
        return {
          concern,
          result: await sendReply(tx, officer, concern, { id: posted(req).id, text: form.value.reply }),
        }
      })
      if (result.ok) return reply.seeOther(concernPath(concern.id), 'Reply sent')
      const page = { concern, form: form.with(result.error), once: posted(req).token }
      return reply.page(<ReplyPage {...page} refused={false} />, 422)
    })
  }

const toldRoutes =
  (desk: Desk): FastifyPluginAsync =>
  async (app) => {
    const { fresh, posted } = onceOf(desk)

    app.get<ById>('/:id/told', async (req, reply) => {
      const concern = await desk.open(req, (tx) => getConcern(tx, req.params.id))
      return reply.page(
        <ToldPage concern={concern} form={blank(ToldForm, { told: concern.told })} once={fresh(req)} />,
      )
    })
    app.post<ById>('/:id/told', async (req, reply) => {
      const form = readForm(ToldForm, req.body)
      const { concern, result } = await desk.open(req, async (tx, officer) => {
        const concern = await getConcern(tx, req.params.id)
        if (!form.ok) return { concern, result: form }
        return { concern, result: await setTold(tx, officer, concern, { ...form.value, id: posted(req).id }) }
      })
      if (result.ok) return reply.seeOther(concernPath(concern.id), 'Saved')
      return reply.page(
        <ToldPage concern={concern} form={form.with(result.error)} once={posted(req).token} />,
        422,
      )
    })
  }

/** Stepping back, closing and opening again. */
export const settleRoutes =
  (desk: Desk): FastifyPluginAsync =>
  async (app) => {
    await app.register(withdrawRoutes(desk))
    await app.register(closeRoutes(desk, { page: 'close', act: close, notice: 'Concern closed' }))
    await app.register(closeRoutes(desk, { page: 'reopen', act: reopen, notice: 'Concern reopened' }))
  }

const withdrawRoutes =
  (desk: Desk): FastifyPluginAsync =>
  async (app) => {
    app.get<ById>('/:id/withdraw', async (req, reply) => {
      const concern = await desk.open(req, (tx) => getConcern(tx, req.params.id))
      return reply.page(<WithdrawPage concern={concern} form={blank(WithdrawForm)} />)
    })
    app.post<ById>('/:id/withdraw', async (req, reply) => {
      const form = readForm(WithdrawForm, req.body)
      const { id } = req.params
      const outcome = await desk.open(req, async (tx, officer) => {
        // the second press of the button finds a concern that is no longer there for this officer
        if (await hasWithdrawn(tx, id, officer.person.id)) return 'done'
        const concern = await getConcern(tx, id)
        return { concern, result: form.ok ? await withdraw(tx, officer, concern, form.value) : form }
      })
      if (outcome === 'done' || outcome.result.ok) return reply.seeOther(DESK, 'You have stepped back')
      return reply.page(
        <WithdrawPage concern={outcome.concern} form={form.with(outcome.result.error)} />,
        422,
      )
    })
  }

type Closing = {
  readonly page: 'close' | 'reopen'
  readonly act: typeof close | typeof reopen
  readonly notice: string
}

const closeRoutes =
  (desk: Desk, { page, act, notice }: Closing): FastifyPluginAsync =>
  async (app) => {
    const { fresh, posted } = onceOf(desk)

    app.get<ById>(`/:id/${page}`, async (req, reply) => {
      const concern = await desk.open(req, (tx) => getConcern(tx, req.params.id))
      return reply.page(<ClosePage concern={concern} form={blank(CloseForm)} once={fresh(req)} act={page} />)
    })
    app.post<ById>(`/:id/${page}`, async (req, reply) => {
      const form = readForm(CloseForm, req.body)
      const { concern, result } = await desk.open(req, async (tx, officer) => {
        const concern = await getConcern(tx, req.params.id)
        if (!form.ok) return { concern, result: form }
        return { concern, result: await act(tx, officer, concern, { ...form.value, id: posted(req).id }) }
      })
      if (result.ok) return reply.seeOther(concernPath(concern.id), notice)
      const again = { concern, form: form.with(result.error), once: posted(req).token, act: page }
      return reply.page(<ClosePage {...again} />, 422)
    })
  }

/** The sealed identifier of a form: a new one for a new page, the same one when a page is shown again. */
export const onceOf = ({ clock }: Desk) => ({
  fresh: (req: FastifyRequest): string => newOnce(req.authority.sealer, clock.now()),
  posted(req: FastifyRequest): { id: string; token: string } {
    const token = fieldOf(req.body, 'once')
    return { token, id: openOnce(req.authority.sealer, token, clock.now()) }
  },
})
