import type { FastifyPluginAsync } from 'fastify'
import { vaultAudit } from '../../../../platform/audit/index.ts'
import { requires } from '../../../identity/index.ts'
import type { Desk } from '../vault/desk-routes.ts'
import { listOverdue, readFigures } from './store.ts'
import { ClocksPage } from './views/ClocksPage.tsx'

const PERIOD = { hours: 24 * 30 }

/** For managers and leads. It needs no open vault: there is nothing in it that anybody wrote. */
export const clockRoutes =
  (desk: Desk): FastifyPluginAsync =>
  async (app) => {
    app.addHook('preHandler', requires('concerns.clocks'))
    app.get('/clocks', async (req, reply) => {
      const now = desk.clock.now()
      const [figures, overdue] = await desk.at(req, (tx, person) =>
        Promise.all([
          readFigures(tx, now, now.subtract(PERIOD)),
          listOverdue(tx, now),
          vaultAudit(tx, person, 'clocks.read'),
        ]),
      )
      return reply.page(<ClocksPage figures={figures} overdue={overdue} now={now} />)
    })
  }
