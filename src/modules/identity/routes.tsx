import type { FastifyPluginAsync } from 'fastify'
import type { Clock } from '../../kernel/clock.ts'
import type { Log } from '../../platform/log.ts'
import { accountRoutes } from './account/routes.tsx'
import { authenticate } from './guard-routes.ts'
import { homeRoutes } from './home/routes.tsx'
import type { StaffLink } from './home/staff-link.ts'
import { invitationRoutes } from './invitation/routes.tsx'
import { logRoutes } from './log/routes.tsx'
import { actRoutes } from './people/act-routes.tsx'
import { peopleRoutes } from './people/routes.tsx'
import { signInRoutes } from './sign-in/routes.tsx'

export type Deps = {
  readonly clock: Clock
  readonly log: Log
  readonly secure: boolean
  readonly staffLinks: readonly StaffLink[]
}

/** Sign-in, accounts, people and the log. */
export const identity =
  (deps: Deps): FastifyPluginAsync =>
  async (app) => {
    await app.register(signInRoutes(deps))
    await app.register(invitationRoutes(deps))
    await app.register(staffPages(deps))
  }

/** Everything behind sign-in. */
const staffPages =
  (deps: Deps): FastifyPluginAsync =>
  async (app) => {
    app.addHook('onRequest', authenticate(deps))
    await app.register(homeRoutes(deps))
    await app.register(accountRoutes(deps))
    await app.register(peopleRoutes(deps))
    await app.register(actRoutes(deps))
    await app.register(logRoutes())
  }
