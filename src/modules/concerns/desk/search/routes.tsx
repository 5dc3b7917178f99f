import type { FastifyPluginAsync } from 'fastify'
import { blank, readForm } from '../../../../kernel/form.ts'
import type { Desk } from '../vault/desk-routes.ts'
import { SearchForm } from './forms.ts'
import { logFound, searchBatch, takeBatch } from './search.ts'
import { SearchPage } from './views/SearchPage.tsx'

/** Searching the open vault. Words come in a post, so they stand in no address and no history. */
export const searchRoutes =
  (desk: Desk): FastifyPluginAsync =>
  async (app) => {
    app.get('/search', async (req, reply) => {
      await desk.open(req, async () => undefined)
      return reply.page(<SearchPage form={blank(SearchForm)} />)
    })

    app.post('/search', async (req, reply) => {
      const form = readForm(SearchForm, req.body)
      const taken = await desk.open(req, async (tx, officer) => {
        if (!form.ok) return undefined
        const { purpose, after } = form.value
        return { vault: officer.vault, batch: await takeBatch(tx, officer, { purpose, after }) }
      })
      if (!form.ok || !taken) return reply.page(<SearchPage form={form} />, 422)
      const result = await searchBatch(taken.vault, taken.batch, form.value.words)
      if (result.found.length > 0) await desk.at(req, (tx, person) => logFound(tx, { person }, result.found))
      return reply.page(<SearchPage form={form} result={result} />)
    })
  }
