import type { FastifyPluginAsync } from 'fastify'
import type { Deps } from './deps.ts'
import { desk } from './desk/routes.tsx'
import { door } from './door/routes.tsx'

/** Residents' pages and officers' pages: the same tables through two doors, and no code shared that opens anything. */
export const concerns =
  (deps: Deps): FastifyPluginAsync =>
  async (app) => {
    await app.register(door(deps))
    await app.register(desk(deps))
  }
