import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { NotFound } from '../../../kernel/errors.ts'
import { blank, readForm } from '../../../kernel/form.ts'
import type { Result } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db/index.ts'
import type { Deps } from '../deps.ts'
import { fillFigures, withSettings } from '../figures/slots.ts'
import { NO_SOURCES } from '../figures/source.ts'
import { slotNames } from '../markdown/index.ts'
import { blocked, bringBack, readDesk } from './edit.ts'
import { MoveForm, PublishForm } from './forms.ts'
import { previewLink } from './preview.ts'
import { markReviewed, movePage, moveVersion, publish } from './publish.ts'
import { getPage, listVersions } from './store.ts'
import { OverviewPage } from './views/OverviewPage.tsx'
import { PublishPage } from './views/PublishPage.tsx'
import { VersionPage } from './views/VersionPage.tsx'

type ById = { Params: { id: string } }
type ByVersion = { Params: { id: string; version: string } }

const readPage = async (tx: Tx, id: string) => {
  const page = await getPage(tx, id)
  return { page, versions: await listVersions(tx, page.id) }
}

async function readVersion(tx: Tx, { id, version: wanted }: ByVersion['Params']) {
  const { page, versions } = await readPage(tx, id)
  const version = versions.find((v) => v.id === wanted)
  if (!version) throw new NotFound('page version')
  const before = versions.find((v) => v.language === version.language && v.number < version.number)
  return { page, version, before }
}

const DONE = {
  submit: 'Sent for review',
  return: 'Sent back to draft',
  withdraw: 'Withdrawn. It is a draft again',
  archive: 'Page archived',
  restore: 'Page brought back',
}

/** Versions of a page: looking, comparing, moving and publishing. */
export const versionRoutes =
  (deps: Deps): FastifyPluginAsync =>
  async (app) => {
    await app.register(overview(deps))
    await app.register(publishing(deps))
    await app.register(oneVersion(deps))
  }

const overview =
  (deps: Deps): FastifyPluginAsync =>
  async (app) => {
    const { clock } = deps
    app.get<ById>('/staff/pages/:id', (req, reply) => showPage(deps, req, reply))

    app.post<ById>('/staff/pages/:id/move', async (req, reply) => {
      const { id } = req.params
      const form = readForm(MoveForm, req.body)
      if (!form.ok) throw new NotFound('act')
      const { act, id: wanted, version: seen } = form.value
      const result = await req.authority.databases.staff.as(req.officer, async (tx) => {
        if (act === 'archive' || act === 'restore')
          return movePage(tx, req.officer, await getPage(tx, id), act)
        const { version } = await readVersion(tx, { id, version: wanted })
        return moveVersion(tx, req.officer, version, act, seen, clock.now())
      })
      return finish(deps, req, reply, result, DONE[act])
    })

    app.post<ById & { Body: { version?: string } }>('/staff/pages/:id/reviewed', async (req, reply) => {
      const { id } = req.params
      const result = await req.authority.databases.staff.as(req.officer, async (tx) =>
        markReviewed(tx, req.officer, await getPage(tx, id), Number(req.body?.version), clock.now()),
      )
      return finish(deps, req, reply, result, 'Marked as reviewed today')
    })

    app.post<ByVersion>('/staff/pages/:id/versions/:version/bring-back', async (req, reply) => {
      const now = clock.now()
      const result = await req.authority.databases.staff.as(req.officer, async (tx) => {
        const { version } = await readVersion(tx, req.params)
        const desk = await readDesk(tx, req.params.id, version.language, now)
        return bringBack(tx, req.officer, desk, version, now)
      })
      return finish(deps, req, reply, result, 'Brought back as a new draft')
    })
  }

type OfPage = FastifyRequest<{ Params: { id: string } }>

async function showPage({ clock }: Deps, req: OfPage, reply: FastifyReply, problem?: string) {
  const { databases, settings } = req.authority
  const read = await databases.staff.as(req.officer, (tx) => readPage(tx, req.params.id))
  const { languages } = settings()
  const props = { ...read, languages, now: clock.now(), ...(problem ? { problem } : {}) }
  return reply.page(<OverviewPage {...props} />, problem ? 422 : 200)
}

function finish(deps: Deps, req: OfPage, reply: FastifyReply, result: Result<unknown>, done: string) {
  if (!result.ok) return showPage(deps, req, reply, Object.values(result.error)[0] ?? 'Nothing was changed')
  deps.pages.expire(req.authority)
  return reply.seeOther(`/staff/pages/${req.params.id}`, done)
}

const publishing =
  ({ clock, pages }: Deps): FastifyPluginAsync =>
  async (app) => {
    app.get<ByVersion>('/staff/pages/:id/publish/:version', async (req, reply) => {
      const { page, version } = await req.authority.databases.staff.as(req.officer, (tx) =>
        readVersion(tx, req.params),
      )
      if (version.status !== 'review') return reply.redirect(`/staff/pages/${page.id}`, 303)
      const form = blank(PublishForm, { version: version.version })
      return reply.page(<PublishPage pageId={page.id} version={version} form={form} />)
    })

    app.post<ByVersion>('/staff/pages/:id/publish/:version', async (req, reply) => {
      const form = readForm(PublishForm, req.body)
      const { page, version, result } = await req.authority.databases.staff.as(req.officer, async (tx) => {
        const read = await readVersion(tx, req.params)
        const result = form.ok ? await publish(tx, req.officer, read.version, form.value, clock.now()) : form
        return { ...read, result }
      })
      if (!result.ok)
        return reply.page(
          <PublishPage pageId={page.id} version={version} form={form.with(result.error)} />,
          422,
        )
      pages.expire(req.authority)
      const later = form.ok && form.value.when === 'later'
      return reply.seeOther(
        `/staff/pages/${page.id}`,
        later ? 'It will be published at the time you set' : 'Published',
      )
    })
  }

const oneVersion =
  ({ clock, figures = NO_SOURCES }: Deps): FastifyPluginAsync =>
  async (app) => {
    app.get<ByVersion>('/staff/pages/:id/versions/:version', async (req, reply) => {
      const { sealer, settings } = req.authority
      const now = clock.now()
      const { desk, filled, ...read } = await req.authority.databases.staff.as(req.officer, async (tx) => {
        const read = await readVersion(tx, req.params)
        const desk = await readDesk(tx, read.page.id, read.version.language, now)
        return { ...read, desk, filled: await fillFigures(tx, slotNames(read.version.body), figures) }
      })
      const newest = desk.latest?.id === read.version.id
      return reply.page(
        <VersionPage
          {...read}
          fills={withSettings(filled, settings())}
          preview={previewLink(sealer, read.version.previewKey, now)}
          canBringBack={!newest && desk.latest?.status !== 'draft' && !blocked(desk, now)}
        />,
      )
    })
  }
