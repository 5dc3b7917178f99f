import type { FastifyPluginAsync } from 'fastify'
import { PUBLIC } from '../../../kernel/actor.ts'
import { NotFound } from '../../../kernel/errors.ts'
import type { Deps } from '../deps.ts'
import { fillFigures, withSettings } from '../figures/slots.ts'
import { NO_SOURCES } from '../figures/source.ts'
import { slotNames } from '../markdown/index.ts'
import { addressOf } from '../pages/address.ts'
import { openPreview } from '../pages/preview.ts'
import { robotsTxt, sitemapXml } from './sitemap.ts'
import { findPreviewed, livePages } from './store.ts'
import { PreviewPage } from './views/PreviewPage.tsx'
import { SitemapPage } from './views/SitemapPage.tsx'

/** Addresses that Kith answers itself: previews, and the lists of pages for people and for search engines. */
export const otherRoutes =
  ({ clock, secure, figures = NO_SOURCES }: Deps): FastifyPluginAsync =>
  async (app) => {
    app.get<{ Params: { token: string } }>('/preview/:token', async (req, reply) => {
      const { sealer, databases, settings } = req.authority
      const key = openPreview(sealer, req.params.token, clock.now())
      if (key === undefined) throw new NotFound('preview')
      const read = await databases.public.as(PUBLIC, async (tx) => {
        const page = await findPreviewed(tx, key)
        return page && { page, filled: await fillFigures(tx, slotNames(page.body), figures) }
      })
      if (!read) throw new NotFound('preview')
      reply.headers({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' })
      return reply.page(<PreviewPage page={read.page} fills={withSettings(read.filled, settings())} />)
    })

    app.get('/sitemap', async (req, reply) => {
      const pages = await req.authority.databases.public.as(PUBLIC, (tx) => livePages(tx, clock.now()))
      return reply.header('cache-control', 'public, max-age=60').page(<SitemapPage pages={pages} />)
    })

    app.get('/sitemap.xml', async (req, reply) => {
      const pages = await req.authority.databases.public.as(PUBLIC, (tx) => livePages(tx, clock.now()))
      const hidden = req.authority.settings().demonstration
      const addresses = hidden ? [] : pages.map((page) => addressOf(page.slug, page.language, page.original))
      reply.header('cache-control', 'public, max-age=60').type('application/xml; charset=utf-8')
      return reply.send(sitemapXml(`${secure ? 'https' : 'http'}://${req.host}`, addresses))
    })

    app.get('/robots.txt', async (req, reply) => {
      reply.header('cache-control', 'public, max-age=60').type('text/plain; charset=utf-8')
      const origin = `${secure ? 'https' : 'http'}://${req.host}`
      return reply.send(robotsTxt(origin, req.authority.settings().demonstration))
    })
  }
