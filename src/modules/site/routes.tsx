import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { systemClock } from '../../kernel/clock.ts'
import { authenticate } from '../identity/index.ts'
import type { Deps } from './deps.ts'
import { figureRoutes } from './figures/routes.tsx'
import { holdingRoutes } from './holdings/routes.tsx'
import { redirectRoutes } from './pages/redirects/routes.tsx'
import { pageRoutes } from './pages/routes.tsx'
import { type MenuLink, siteMenu } from './public/menu.ts'
import { otherRoutes } from './public/other-routes.tsx'
import { contentRoutes } from './public/routes.tsx'
import { rateRoutes, ratingReportRoutes } from './ratings/routes.tsx'
import { recordRoutes } from './records/routes.tsx'
import { settingsRoutes } from './settings/routes.tsx'

/** The site's pages: those for everybody, and those where editors make them. */
export const site =
  (deps: Deps): FastifyPluginAsync =>
  async (app) => {
    await app.register(staff(deps))
    await app.register(otherRoutes(deps))
    await app.register(rateRoutes(deps))
    await app.register(holdingRoutes(deps))
    await app.register(contentRoutes(deps))
  }

const staff =
  (deps: Deps): FastifyPluginAsync =>
  async (app) => {
    app.addHook('onRequest', authenticate(deps))
    await app.register(pageRoutes(deps))
    for (const routes of [redirectRoutes, figureRoutes, ratingReportRoutes, recordRoutes, settingsRoutes])
      await app.register(routes(deps))
  }

/** The public menu, as last known: it never waits for the database. */
export const siteNavigation = (req: FastifyRequest): readonly MenuLink[] =>
  siteMenu(req.authority, systemClock.now())
