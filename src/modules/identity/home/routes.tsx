import type { FastifyPluginAsync } from 'fastify'
import { signedIn } from '../guard-routes.ts'
import { countWaiting } from '../people/store.ts'
import { can } from '../permissions.ts'
import { findSecondFactor } from '../sign-in/store.ts'
import type { StaffLink } from './staff-link.ts'
import { HomePage } from './views/HomePage.tsx'

/** Where somebody's work is. The vault's pages stand apart: entering it is a step of its own. */
export const homeRoutes =
  ({ staffLinks }: { staffLinks: readonly StaffLink[] }): FastifyPluginAsync =>
  async (app) => {
    app.get('/staff', { preHandler: signedIn }, async (req, reply) => {
      const me = req.officer
      const mine = staffLinks.filter(({ action }) => can(me, action))
      const inVault = ({ action }: StaffLink) => action.startsWith('concerns.')
      const { factor, waiting } = await req.authority.databases.staff.as(me, async (tx) => ({
        factor: await findSecondFactor(tx, me.id),
        waiting: can(me, 'people.approve') ? await countWaiting(tx, me.id) : 0,
      }))
      const work = mine.filter((link) => !inVault(link))
      return reply.page(
        <HomePage
          me={me}
          work={work}
          vault={mine.filter(inVault)}
          codesLeft={factor?.codesLeft}
          waiting={waiting}
        />,
      )
    })
  }
