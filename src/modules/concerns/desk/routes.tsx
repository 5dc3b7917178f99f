import type { FastifyPluginAsync } from 'fastify'
import { authenticate, requires } from '../../identity/index.ts'
import type { Deps } from '../deps.ts'
import { clockRoutes } from './clocks/routes.tsx'
import { settleRoutes, wordRoutes } from './concern/act-routes.tsx'
import { concernRoutes } from './concern/routes.tsx'
import { decisionRoutes } from './decision/routes.tsx'
import { logRoutes } from './log/routes.tsx'
import { DESK } from './paths.ts'
import { queueRoutes } from './queue/routes.tsx'
import { recordRoutes } from './record/routes.tsx'
import { searchRoutes } from './search/routes.tsx'
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
    // pages with guards of their own: managers, and the data protection officer
    await app.register(clockRoutes(deskOf(deps)), { prefix: DESK })
    await app.register(logRoutes(deskOf(deps)), { prefix: DESK })
  }

const ROUTES = [
  queueRoutes,
  vaultRoutes,
  passphraseRoutes,
  grantRoutes,
  concernRoutes,
  wordRoutes,
  settleRoutes,
  decisionRoutes,
  recordRoutes,
  searchRoutes,
]

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
    for (const routes of ROUTES) await app.register(routes(desk))
  }
