import { randomUUID } from 'node:crypto'
import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { PUBLIC } from '../../../kernel/actor.ts'
import { civilDate, type Instant } from '../../../kernel/clock.ts'
import { BadRequest, NotFound } from '../../../kernel/errors.ts'
import { blank, readForm } from '../../../kernel/form.ts'
import { isId } from '../../../kernel/ids.ts'
import { requires } from '../../identity/index.ts'
import type { Deps } from '../deps.ts'
import { addressOf } from '../pages/address.ts'
import type { VersionId } from '../pages/domain.ts'
import { readCommentFilter } from './domain.ts'
import { RateForm } from './forms.ts'
import { findRateable, listComments, listRated, saveRating } from './store.ts'
import { ChoosePage } from './views/ChoosePage.tsx'
import { CommentsPage } from './views/CommentsPage.tsx'
import { RatedPage } from './views/RatedPage.tsx'
import { RatePage } from './views/RatePage.tsx'
import { ThanksPage } from './views/ThanksPage.tsx'

const PURPOSE = 'page-rating'
const DAYS = 7
type Sealed = { once: string; versionId: VersionId; useful: boolean; title: string; back: string }
type Asked = { Params: { version: string }; Querystring: { useful?: string } }

/** Rating a page: no cookie, no script, and nothing kept until the answer is sent. */
export const rateRoutes =
  ({ clock }: Deps): FastifyPluginAsync =>
  async (app) => {
    app.addHook('onRequest', async (_, reply) => {
      reply.header('cache-control', 'no-store')
    })

    app.get<Asked>('/rate/:version', async (req, reply) => {
      const versionId = req.params.version as VersionId
      const rated = isId(versionId)
        ? await req.authority.databases.public.as(PUBLIC, (tx) => findRateable(tx, versionId))
        : undefined
      if (!rated) throw new NotFound('page version')
      const { title } = rated
      const back = addressOf(rated.slug, rated.language, rated.original)
      const { useful } = req.query
      if (useful !== 'yes' && useful !== 'no')
        return reply.page(<ChoosePage title={title} back={back} versionId={versionId} />)
      const sealed = { once: randomUUID(), versionId, useful: useful === 'yes', title, back }
      const form = blank(RateForm, { token: seal(req, sealed, clock.now()) })
      return reply.page(<RatePage title={title} back={back} useful={sealed.useful} form={form} />)
    })

    app.post('/rate', async (req, reply) => {
      const form = readForm(RateForm, req.body)
      const now = clock.now()
      const sealed = req.authority.sealer.open<Sealed>(PURPOSE, form.fields.token.value, now)
      if (!sealed) throw new BadRequest('a rating without its seal')
      const { title, back, once, versionId, useful } = sealed
      if (!form.ok) return reply.page(<RatePage title={title} back={back} useful={useful} form={form} />, 422)
      const rating = { versionId, useful, comment: form.value.comment, day: civilDate(now), once }
      await req.authority.databases.public.as(PUBLIC, (tx) => saveRating(tx, rating))
      return reply.seeOther('/rate/thanks')
    })

    app.get('/rate/thanks', async (_, reply) => reply.page(<ThanksPage />))
  }

const seal = (req: FastifyRequest, value: Sealed, now: Instant): string =>
  req.authority.sealer.seal(PURPOSE, value, now.add({ hours: 24 * DAYS }))

/** What readers said, for the people who write the pages. */
export const ratingReportRoutes =
  (_: Deps): FastifyPluginAsync =>
  async (app) => {
    app.addHook('preHandler', requires('site.ratings'))

    app.get('/staff/ratings', async (req, reply) => {
      const { page } = readCommentFilter(req.query)
      const list = await req.authority.databases.staff.as(req.officer, (tx) => listRated(tx, page))
      return reply.page(<RatedPage {...list} page={page} />)
    })

    app.get('/staff/ratings/comments', async (req, reply) => {
      const filter = readCommentFilter(req.query)
      const list = await req.authority.databases.staff.as(req.officer, (tx) => listComments(tx, filter))
      return reply.page(<CommentsPage {...list} filter={filter} />)
    })
  }
