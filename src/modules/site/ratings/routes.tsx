import type { FastifyPluginAsync } from 'fastify'
import { PUBLIC } from '../../../kernel/actor.ts'
import { type Clock, civilDate, type Instant } from '../../../kernel/clock.ts'
import { BadRequest, NotFound } from '../../../kernel/errors.ts'
import { blank, readForm } from '../../../kernel/form.ts'
import { isId } from '../../../kernel/ids.ts'
import type { Tx } from '../../../platform/db/index.ts'
import type { Sealer } from '../../../platform/seal.ts'
import { requires } from '../../identity/index.ts'
import type { Deps } from '../deps.ts'
import { addressOf } from '../pages/address.ts'
import type { VersionId } from '../pages/domain.ts'
import { readCommentFilter } from './domain.ts'
import { CommentForm, RateForm } from './forms.ts'
import { addComment, findRateable, listComments, listRated, type RatingId, saveRating } from './store.ts'
import { ChoosePage } from './views/ChoosePage.tsx'
import { CommentPage } from './views/CommentPage.tsx'
import { CommentsPage } from './views/CommentsPage.tsx'
import { RatedPage } from './views/RatedPage.tsx'
import { ThanksPage } from './views/ThanksPage.tsx'

const PURPOSE = 'page-rating'
/** How long somebody has to add a comment. */
const HOURS = 24
/** What the page after the answer knows of it. The address holds this sealed: without it no rating can be named. */
type Rated = { rating: RatingId; useful: boolean; title: string; back: string }
type Asked = { Params: { version: string } }

/**
 * Rating a page: no cookie, no script. Yes or No counts when it is pressed, as most people stop there; a comment can
 * follow, once. Pages are kept and are the same for all, so nothing tells two presses by one reader from two readers:
 * where script runs, the kit's button lets a double click through once, and without script it counts twice.
 */
export const rateRoutes =
  ({ clock }: Deps): FastifyPluginAsync =>
  async (app) => {
    app.addHook('onRequest', async (_, reply) => {
      reply.header('cache-control', 'no-store')
    })

    // for somebody who comes without an answer: reading an address counts nothing
    app.get<Asked>('/rate/:version', async (req, reply) => {
      const { public: door } = req.authority.databases
      const rated = await door.as(PUBLIC, (tx) => getRateable(tx, req.params.version))
      return reply.page(<ChoosePage {...rated} />)
    })

    app.post<Asked>('/rate/:version', async (req, reply) => {
      const form = readForm(RateForm, req.body)
      const now = clock.now()
      const { public: door } = req.authority.databases
      const { rated, rating } = await door.as(PUBLIC, async (tx) => {
        const found = await getRateable(tx, req.params.version)
        if (!form.ok) return { rated: found, rating: undefined }
        const { versionId } = found
        const saved = await saveRating(tx, { versionId, useful: form.value.useful, day: civilDate(now) })
        return { rated: found, rating: saved }
      })
      if (!form.ok) return reply.page(<ChoosePage {...rated} />, 422)
      if (!rating) throw new NotFound('page version')
      const { title, back } = rated
      const { useful } = form.value
      return reply.seeOther(commentAddress(req.authority.sealer, { rating, useful, title, back }, now))
    })
    await app.register(commentRoutes(clock))
  }

/** The page after the answer, which thanks and takes a comment. */
const commentRoutes =
  (clock: Clock): FastifyPluginAsync =>
  async (app) => {
    app.get<{ Querystring: { r?: unknown } }>('/rate/comment', async (req, reply) => {
      const token = req.query.r
      const rated = req.authority.sealer.open<Rated>(PURPOSE, token, clock.now())
      if (!rated) throw new NotFound('rating')
      return reply.page(<CommentPage {...rated} form={blank(CommentForm, { token })} />)
    })

    app.post('/rate/comment', async (req, reply) => {
      const form = readForm(CommentForm, req.body)
      const { sealer, databases } = req.authority
      const rated = sealer.open<Rated>(PURPOSE, form.fields.token.value, clock.now())
      if (!rated) throw new BadRequest('a comment without its seal')
      if (!form.ok) return reply.page(<CommentPage {...rated} form={form} />, 422)
      const { comment } = form.value
      if (comment === '') return reply.seeOther('/rate/thanks')
      const added = await databases.public.as(PUBLIC, (tx) => addComment(tx, rated.rating, comment))
      if (added) return reply.seeOther('/rate/thanks')
      const refused = form.with({ comment: 'You have already sent a comment. It cannot be changed' })
      return reply.page(<CommentPage {...rated} form={refused} />, 422)
    })

    app.get('/rate/thanks', async (_, reply) => reply.page(<ThanksPage />))
  }

const commentAddress = (sealer: Sealer, rated: Rated, now: Instant): string =>
  `/rate/comment?r=${sealer.seal(PURPOSE, rated, now.add({ hours: HOURS }))}`

async function getRateable(tx: Tx, version: string) {
  const versionId = version as VersionId
  const rated = isId(versionId) ? await findRateable(tx, versionId) : undefined
  if (!rated) throw new NotFound('page version')
  return { versionId, title: rated.title, back: addressOf(rated.slug, rated.language, rated.original) }
}

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
