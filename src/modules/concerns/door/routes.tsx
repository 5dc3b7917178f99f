import type { FastifyPluginAsync } from 'fastify'
import { PUBLIC } from '../../../kernel/actor.ts'
import { proofsOf } from '../crypto/proof.ts'
import type { Deps } from '../deps.ts'
import { councilOf } from './council.ts'
import { raiseRoutes } from './raise-routes.tsx'
import { receiptRoutes } from './receipt-routes.tsx'
import { sentRoutes } from './sent-routes.tsx'
import { findPromises, readDoor } from './store.ts'
import { StartPage } from './views/StartPage.tsx'

/** The residents' half: every page under /concerns. It sets no cookie, keeps no address and leaves nothing to cache. */
export const door =
  (deps: Deps): FastifyPluginAsync =>
  async (app) => {
    app.addHook('onRequest', async (_req, reply) => {
      reply.headers({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' })
    })
    await app.register(raiseRoutes(deps))
    await app.register(sentRoutes(deps))
    await app.register(receiptRoutes(deps))

    app.get('/concerns', async (req, reply) => {
      const now = deps.clock.now()
      const promises = await req.authority.databases.public.as(PUBLIC, async (tx) => {
        const { open } = await readDoor(tx, proofsOf(req.authority), now)
        return open ? findPromises(tx) : undefined
      })
      return reply.page(<StartPage council={councilOf(req.authority)} promises={promises} />)
    })
  }
