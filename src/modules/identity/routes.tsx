import type { FastifyPluginAsync } from 'fastify'
import type { Clock } from '../../kernel/clock.ts'
import type { Log } from '../../platform/log.ts'
import type { StaffLink } from './home/staff-link.ts'

export type Deps = {
  readonly clock: Clock
  readonly log: Log
  readonly secure: boolean
  readonly staffLinks: readonly StaffLink[]
}

/** Sign-in, accounts, people and the log. */
export const identity =
  (_deps: Deps): FastifyPluginAsync =>
  async () => {}
