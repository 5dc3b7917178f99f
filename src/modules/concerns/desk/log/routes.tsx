import type { FastifyPluginAsync } from 'fastify'
import { vaultAudit } from '../../../../platform/audit/index.ts'
import { requires } from '../../../identity/index.ts'
import type { Desk } from '../vault/desk-routes.ts'
import { PAGE, readLogQuery } from './domain.ts'
import { listActors, listEntries } from './store.ts'
import { LogPage } from './views/LogPage.tsx'

/** The vault's log, for the data protection officer. */
export const logRoutes =
  (desk: Desk): FastifyPluginAsync =>
  async (app) => {
    app.addHook('preHandler', requires('concerns.log'))
    app.get('/log', async (req, reply) => {
      const query = readLogQuery(req.query as Record<string, unknown>)
      const [entries, actors] = await desk.at(req, (tx, person) =>
        Promise.all([listEntries(tx, query), listActors(tx), vaultAudit(tx, person, 'log.read')]),
      )
      const page = { query, entries: entries.slice(0, PAGE), more: entries.length > PAGE, actors }
      return reply.page(<LogPage {...page} />)
    })
  }
