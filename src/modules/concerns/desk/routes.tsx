import type { FastifyPluginAsync } from 'fastify'
import { authenticate } from '../../identity/index.ts'
import type { Deps } from '../deps.ts'

/** The officers' half of concerns: every page under /staff/concerns. */
export const desk =
  (deps: Deps): FastifyPluginAsync =>
  async (app) => {
    app.addHook('onRequest', authenticate(deps))
    app.addHook('onRequest', async (_req, reply) => {
      reply.header('cache-control', 'no-store')
    })
  }
