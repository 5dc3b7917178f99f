import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { readForm } from '../../../../kernel/form.ts'
import type { Errors } from '../../../../kernel/result.ts'
import { concernPath } from '../paths.ts'
import type { Desk } from '../vault/desk-routes.ts'
import { acknowledge, assign } from './act.ts'
import { AssignForm } from './forms.ts'
import { readFile } from './read.ts'
import { getConcern, listOfficers } from './store.ts'
import { ConcernPage } from './views/ConcernPage.tsx'

type ById = { Params: { id: string } }

/** One concern, and the buttons on its page. */
export const concernRoutes =
  (desk: Desk): FastifyPluginAsync =>
  async (app) => {
    app.get<ById>('/:id', (req, reply) => showConcern(desk, req, reply, req.params.id))

    app.post<ById>('/:id/assign', async (req, reply) => {
      const form = readForm(AssignForm, req.body)
      const { id } = req.params
      const result = await desk.open(req, async (tx, officer) => {
        const concern = await getConcern(tx, id)
        return form.ok ? assign(tx, officer, concern, form.value) : form
      })
      if (result.ok) return reply.seeOther(concernPath(id), 'Concern assigned')
      return showConcern(desk, req, reply, id, result.error)
    })

    app.post<ById>('/:id/acknowledge', async (req, reply) => {
      const { id } = req.params
      await desk.open(req, async (tx, officer) => acknowledge(tx, officer, await getConcern(tx, id)))
      return reply.seeOther(concernPath(id), 'Marked as acknowledged')
    })
  }

async function showConcern(
  desk: Desk,
  req: FastifyRequest,
  reply: FastifyReply,
  id: string,
  errors?: Errors,
): Promise<FastifyReply> {
  const { file, officers, now } = await desk.open(req, async (tx, officer) => {
    const file = await readFile(tx, officer, id)
    return { file, officers: await listOfficers(tx, id), now: officer.now }
  })
  const problem = errors && Object.values(errors)[0]
  const page = <ConcernPage file={file} officers={officers} me={req.officer.id} now={now} problem={problem} />
  return reply.page(page, problem ? 422 : 200)
}
