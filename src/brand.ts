import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { brandCss } from './ui/index.ts'

/** Changes when the colour does, so that the stylesheet can be kept for good. */
export const brandVersion = (colour: string): string =>
  createHash('sha256').update(colour).digest('hex').slice(0, 8)

/** The authority's colour, as the one stylesheet that differs between councils. */
export async function brand(app: FastifyInstance): Promise<void> {
  app.get('/brand.css', async (req, reply) =>
    reply
      .type('text/css; charset=utf-8')
      .header('cache-control', 'public, max-age=31536000, immutable')
      .send(brandCss(req.authority.settings().brandColour)),
  )
}
