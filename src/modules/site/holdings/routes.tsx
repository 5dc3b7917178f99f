import type { FastifyPluginAsync } from 'fastify'
import { PUBLIC } from '../../../kernel/actor.ts'
import { momentWords } from '../../../kernel/moments.ts'
import { daySeals, type PublicSeal } from '../../../platform/audit/index.ts'
import type { Deps } from '../deps.ts'
import { siteRevision } from '../public/store.ts'
import { listKinds } from '../records/store.ts'
import { listTables } from './store.ts'
import { WhatWeHoldPage } from './views/WhatWeHoldPage.tsx'

/** What is held, from the live database. Kept for a minute: a seal comes with each day. */
export const holdingRoutes =
  ({ clock, pages }: Deps): FastifyPluginAsync =>
  async (app) => {
    app.addHook('onSend', pages.keepSent)

    app.get('/what-we-hold', async (req, reply) => {
      const read = await req.authority.databases.public.as(PUBLIC, async (tx) => {
        const revision = await siteRevision(tx)
        const [kinds, tables, seals] = await Promise.all([listKinds(tx), listTables(tx), daySeals(tx)])
        return { revision, kinds, tables, seals }
      })
      await pages.keep(req, reply, read.revision, clock.now().add({ minutes: 1 }))
      reply.header('cache-control', 'public, max-age=60')
      const { kinds, tables, seals } = read
      return reply.page(<WhatWeHoldPage kinds={kinds} tables={tables} seals={seals.map(shown)} />)
    })
  }

const shown = ({ half, sealedAt, hash }: PublicSeal) => ({ half, at: momentWords(sealedAt), hash })
