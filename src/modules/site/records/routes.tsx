import type { FastifyPluginAsync } from 'fastify'
import { blank, readForm } from '../../../kernel/form.ts'
import { requires } from '../../identity/index.ts'
import type { Deps } from '../deps.ts'
import { monthsOf, type RecordKind } from './domain.ts'
import { RecordForm } from './forms.ts'
import { setKind } from './set.ts'
import { getKind, listKinds, listKindVersions } from './store.ts'
import { KindPage } from './views/KindPage.tsx'
import { KindsPage } from './views/KindsPage.tsx'

type ByKind = { Params: { kind: string } }

/** Where the data protection officer sets why records are held, and for how long. */
export const recordRoutes =
  ({ clock, pages }: Deps): FastifyPluginAsync =>
  async (app) => {
    app.addHook('preHandler', requires('records.set'))

    app.get('/staff/records', async (req, reply) => {
      const kinds = await req.authority.databases.staff.as(req.officer, listKinds)
      return reply.page(<KindsPage kinds={kinds} />)
    })

    app.get<ByKind>('/staff/records/:kind', async (req, reply) => {
      const [kind, history] = await req.authority.databases.staff.as(req.officer, (tx) =>
        Promise.all([getKind(tx, req.params.kind), listKindVersions(tx, req.params.kind)]),
      )
      return reply.page(<KindPage kind={kind} history={history} form={blank(RecordForm, fieldsOf(kind))} />)
    })

    app.post<ByKind>('/staff/records/:kind', async (req, reply) => {
      const form = readForm(RecordForm, req.body)
      const { kind, history, result } = await req.authority.databases.staff.as(req.officer, async (tx) => {
        const kind = await getKind(tx, req.params.kind)
        const result = form.ok ? await setKind(tx, req.officer, kind, form.value, clock.now()) : form
        return { kind, history: await listKindVersions(tx, kind.kind), result }
      })
      if (result.ok) {
        pages.expire(req.authority)
        return reply.seeOther(`/staff/records/${kind.kind}`, 'Saved. It is on “What we hold” now')
      }
      const stale = '' in result.error
      // the next save is made knowing what is set now
      const body = { ...(req.body as object), ...(stale ? { version: kind.version } : {}) }
      const again = readForm(RecordForm, body).with(result.error)
      return reply.page(<KindPage kind={kind} history={history} form={again} stale={stale} />, 422)
    })
  }

const fieldsOf = (kind: RecordKind) => ({
  ...kind,
  reviewAfter: monthsOf(kind.reviewAfter),
  deleteAfter: monthsOf(kind.deleteAfter),
})
