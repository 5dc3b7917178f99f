import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { AuthoritySettings } from './platform/authority.ts'
import { brandCss, brandProblem } from './ui/index.ts'

/** Changes when the colour does, so that the stylesheet can be kept for good. */
export const brandVersion = (colour: string): string =>
  createHash('sha256').update(colour).digest('hex').slice(0, 8)

/** The authority's colour, as the one stylesheet that differs between councils. */
export async function brand(app: FastifyInstance): Promise<void> {
  app.get('/brand.css', async (req, reply) =>
    reply
      .type('text/css; charset=utf-8')
      .header('cache-control', 'public, max-age=31536000, immutable')
      .send(brandCss(usable(req.authority.settings().brandColour))),
  )
}

// A colour that nobody could read is refused on the settings page; one that came by another way must not break pages.
const usable = (colour: string): string =>
  brandProblem(colour) ? AuthoritySettings.parse({}).brandColour : colour
