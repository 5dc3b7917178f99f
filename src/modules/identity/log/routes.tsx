import type { FastifyPluginAsync } from 'fastify'
import { requires } from '../guard-routes.ts'
import { logFilter, readLogQuery } from './forms.ts'
import { viewLog } from './read.ts'
import { LogPage } from './views/LogPage.tsx'

/** The data protection officer's page of who did what in the open half. */
export const logRoutes = (): FastifyPluginAsync => async (app) => {
  app.get<{ Querystring: Record<string, unknown> }>(
    '/staff/log',
    { preHandler: requires('audit.read') },
    async (req, reply) => {
      const query = readLogQuery(req.query)
      const { filter, errors } = logFilter(query)
      const view = await req.authority.databases.staff.as(req.officer, (tx) =>
        viewLog(tx, req.officer, filter),
      )
      return reply.page(<LogPage view={view} query={query} errors={errors} />, errors.length > 0 ? 422 : 200)
    },
  )
}
