import type { FastifyPluginAsync } from 'fastify'
import type { Clock } from '../../kernel/clock.ts'
import type { Log } from '../../platform/log.ts'
import type { StaffLink } from './home/staff-link.ts'
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
  }
