import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { systemClock } from '../../kernel/clock.ts'
import type { Deps } from './deps.ts'
import { type MenuLink, siteMenu } from './public/menu.ts'
import { contentRoutes } from './public/routes.tsx'

/** The site's pages: those for everybody, and those where editors make them. */
export const site =
  (deps: Deps): FastifyPluginAsync =>
  async (app) => {
    await app.register(contentRoutes(deps))
  }

/** The public menu, as last known: it never waits for the database. */
export const siteNavigation = (req: FastifyRequest): readonly MenuLink[] =>
  siteMenu(req.authority, systemClock.now())
