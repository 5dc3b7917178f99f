import type { FastifyPluginAsync } from 'fastify'
import { blank, readForm } from '../../../../kernel/form.ts'
import { onceOf } from '../concern/act-routes.tsx'
import { readFile } from '../concern/read.ts'
import { concernPath } from '../paths.ts'
import type { Desk } from '../vault/desk-routes.ts'
import { checkHandover, handoverOf } from './check.ts'
import { decideConcern, type Outcome } from './decide.ts'
import { whyNotCheck } from './domain.ts'
import { CheckForm, DecisionForm } from './forms.ts'
import { CheckPage } from './views/CheckPage.tsx'
import { DecidePage } from './views/DecidePage.tsx'

type ById = { Params: { id: string } }

/** Deciding, and the second officer's check of a hand-over to the police. */
export const decisionRoutes =
  (desk: Desk): FastifyPluginAsync =>
  async (app) => {
    await app.register(decideRoutes(desk))
    await app.register(checkRoutes(desk))
  }

const decideRoutes =
  (desk: Desk): FastifyPluginAsync =>
  async (app) => {
    const { fresh, posted } = onceOf(desk)

    app.get<ById>('/:id/decide', async (req, reply) => {
      const file = await desk.open(req, (tx, officer) => readFile(tx, officer, req.params.id))
      return reply.page(<DecidePage file={file} form={blank(DecisionForm)} once={fresh(req)} />)
    })

    app.post<ById>('/:id/decide', async (req, reply) => {
      const form = readForm(DecisionForm, req.body)
      const { file, outcome } = await desk.open(req, async (tx, officer) => {
        const file = await readFile(tx, officer, req.params.id)
        const { id } = posted(req)
        const outcome: Outcome = form.ok
          ? await decideConcern(tx, officer, file, { ...form.value, id })
          : form
        return { file, outcome }
      })
      if (outcome.ok) return reply.seeOther(concernPath(file.concern.id), 'Decision saved')
      const page = { file, form: form.with(outcome.error), once: posted(req).token, stale: outcome.stale }
      return reply.page(<DecidePage {...page} />, 422)
    })
  }

const checkRoutes =
  (desk: Desk): FastifyPluginAsync =>
  async (app) => {
    app.get<ById>('/:id/check', async (req, reply) => {
      const file = await desk.open(req, (tx, officer) => readFile(tx, officer, req.params.id))
      const handover = handoverOf(file)
      const whyNot = whyNotCheck(handover, req.officer.id)
      return reply.page(<CheckPage file={file} handover={handover} whyNot={whyNot} form={blank(CheckForm)} />)
    })

    app.post<ById>('/:id/check', async (req, reply) => {
      const form = readForm(CheckForm, req.body)
      const { file, result } = await desk.open(req, async (tx, officer) => {
        const file = await readFile(tx, officer, req.params.id)
        return { file, result: form.ok ? await checkHandover(tx, officer, file, form.value) : form }
      })
      if (result.ok) return reply.seeOther(concernPath(file.concern.id), 'Check saved')
      const handover = handoverOf(file)
      const page = {
        file,
        handover,
        whyNot: whyNotCheck(handover, req.officer.id),
        form: form.with(result.error),
      }
      return reply.page(<CheckPage {...page} />, 422)
    })
  }
