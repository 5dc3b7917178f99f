import type { FastifyPluginAsync } from 'fastify'
import { blank } from '../../../../kernel/form.ts'
import { vaultAudit } from '../../../../platform/audit/index.ts'
import type { Desk } from '../vault/desk-routes.ts'
import { UnlockForm } from '../vault/forms.ts'
import { unlockProps } from '../vault/routes.tsx'
import { PAGE, readQuery } from './domain.ts'
import { listQueue } from './store.ts'
import { QueuePage } from './views/QueuePage.tsx'

/** The queue. Nothing in it is content, so the vault may be shut; reading it is logged as one act. */
export const queueRoutes =
  (desk: Desk): FastifyPluginAsync =>
  async (app) => {
    app.get('/', async (req, reply) => {
      const query = readQuery(req.query as Record<string, unknown>)
      const now = desk.clock.now()
      const [{ shut, isTouchDue }, , rows] = await desk.atOnce(req, (tx, person) =>
        Promise.all([
          desk.peek(req, tx),
          vaultAudit(tx, person, 'queue.read', undefined, { show: query.show }),
          listQueue(tx, query, person.id, now),
        ]),
      )
      if (isTouchDue) await desk.at(req, (tx) => desk.touch(req, tx))
      const unlock = shut && { shut, ...unlockProps(blank(UnlockForm), req.url) }
      const page = { query, rows: rows.slice(0, PAGE), more: rows.length > PAGE, now, unlock }
      return reply.page(<QueuePage {...page} />)
    })
  }
