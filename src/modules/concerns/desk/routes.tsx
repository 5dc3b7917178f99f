import type { FastifyPluginAsync } from 'fastify'
import { authenticate, requires } from '../../identity/index.ts'
import type { Deps } from '../deps.ts'
import { DESK } from './paths.ts'
import { deskOf, VaultShut } from './vault/desk-routes.ts'
import { grantRoutes, passphraseRoutes } from './vault/keys-routes.tsx'
import { showUnlock, vaultRoutes } from './vault/routes.tsx'

/** The officers' half of concerns: every page under /staff/concerns. */
export const desk =
  (deps: Deps): FastifyPluginAsync =>
  async (app) => {
    app.addHook('onRequest', authenticate(deps))
    app.addHook('onRequest', async (_req, reply) => {
      reply.header('cache-control', 'no-store')
    })
    await app.register(officers(deps), { prefix: DESK })
  }

/** Pages for safeguarding officers alone. To anybody else they are not there. */
const officers =
  (deps: Deps): FastifyPluginAsync =>
  async (app) => {
    const desk = deskOf(deps)
    app.addHook('preHandler', requires('concerns.work'))
    // Not an error page: the page that opens the vault, with what was being written.
    app.setErrorHandler((error, req, reply) => {
      if (error instanceof VaultShut) return showUnlock(desk, error, req, reply)
      throw error
    })
    for (const routes of [vaultRoutes, passphraseRoutes, grantRoutes]) await app.register(routes(desk))
  }
