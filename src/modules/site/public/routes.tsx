import type { FastifyPluginAsync } from 'fastify'
import { PUBLIC } from '../../../kernel/actor.ts'
import { civilDate } from '../../../kernel/clock.ts'
import { NotFound } from '../../../kernel/errors.ts'
import type { Deps } from '../deps.ts'
import { withSettings } from '../figures/slots.ts'
import { NO_SOURCES } from '../figures/source.ts'
import { readAddress } from '../pages/address.ts'
import { rememberMenu } from './menu.ts'
import { readPublic } from './read.ts'
import { ContentPage } from './views/ContentPage.tsx'

/** Published pages, and what old addresses lead to. The last of all routes: every other address goes before. */
export const contentRoutes =
  ({ clock, pages, figures = NO_SOURCES }: Deps): FastifyPluginAsync =>
  async (app) => {
    app.addHook('onSend', pages.keepSent)

    app.get('/*', async (req, reply) => {
      const path = pathOf(req.url)
      const now = clock.now()
      const found = await req.authority.databases.public.as(PUBLIC, (tx) =>
        readPublic(tx, path, readAddress(path), figures, now),
      )
      if (!found) throw new NotFound('page')
      if ('movedTo' in found)
        return reply.header('cache-control', 'public, max-age=60').redirect(found.movedTo, 301)
      rememberMenu(req.authority, found.pages)
      await pages.keep(req, reply, found.revision, found.until)
      // asked again each time, which costs a 304: nobody reads a page that was changed a moment ago
      reply.header('cache-control', 'public, no-cache')
      const fills = withSettings(found.figures, req.authority.settings())
      return reply.page(
        <ContentPage page={found.page} pages={found.pages} fills={fills} today={civilDate(now)} />,
      )
    })
  }

/** The path as a reader knows it, without query or closing slash; as it came when it cannot be read. */
function pathOf(url: string): string {
  const path = url.split('?')[0] ?? '/'
  const trimmed = path.length > 1 ? path.replace(/\/+$/, '') || '/' : path
  try {
    return decodeURI(trimmed).replaceAll('\0', '')
  } catch {
    return trimmed
  }
}
