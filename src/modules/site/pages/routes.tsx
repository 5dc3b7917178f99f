import type { FastifyPluginAsync } from 'fastify'
import { civilDate } from '../../../kernel/clock.ts'
import { blank, readForm } from '../../../kernel/form.ts'
import { requires } from '../../identity/index.ts'
import type { Deps } from '../deps.ts'
import { NO_SOURCES } from '../figures/source.ts'
import { findLanguage } from '../languages.ts'
import { baseOf, readDesk, savePage } from './edit.ts'
import { EditForm, NewPageForm, PlaceForm } from './forms.ts'
import { readFilter } from './list/domain.ts'
import { countOverdue, listPages, pageChoices } from './list/store.ts'
import { addPage, placePage } from './place.ts'
import { getPage } from './store.ts'
import { versionRoutes } from './version-routes.tsx'
import { EditPage } from './views/EditPage.tsx'
import { NewPage } from './views/NewPage.tsx'
import { PagesListPage } from './views/PagesListPage.tsx'
import { PlacePage } from './views/PlacePage.tsx'

type ById = { Params: { id: string } }
type InLanguage = ById & { Querystring: { language?: string } }

/** Where pages are listed, added, placed and written. */
export const pageRoutes =
  (deps: Deps): FastifyPluginAsync =>
  async (app) => {
    app.addHook('preHandler', requires('site.edit'))
    await app.register(listing(deps))
    await app.register(placing(deps))
    await app.register(writing(deps))
    await app.register(versionRoutes(deps))
  }

const listing =
  ({ clock, pages }: Deps): FastifyPluginAsync =>
  async (app) => {
    app.get('/staff/pages', async (req, reply) => {
      const filter = readFilter(req.query)
      const now = clock.now()
      const today = civilDate(now)
      const [list, overdue] = await req.authority.databases.staff.as(req.officer, (tx) =>
        Promise.all([listPages(tx, filter, now, today), countOverdue(tx, now, today)]),
      )
      return reply.page(<PagesListPage {...list} overdue={overdue} filter={filter} today={today} />)
    })

    app.get('/staff/pages/new', async (req, reply) => {
      const choices = await req.authority.databases.staff.as(req.officer, (tx) =>
        pageChoices(tx, clock.now()),
      )
      return reply.page(<NewPage form={blank(NewPageForm)} choices={choices} />)
    })

    app.post('/staff/pages/new', async (req, reply) => {
      const form = readForm(NewPageForm, req.body)
      const now = clock.now()
      const { choices, result } = await req.authority.databases.staff.as(req.officer, async (tx) => ({
        choices: await pageChoices(tx, now),
        result: form.ok ? await addPage(tx, req.officer, form.value, now) : form,
      }))
      if (!result.ok) return reply.page(<NewPage form={form.with(result.error)} choices={choices} />, 422)
      pages.expire(req.authority)
      return reply.seeOther(`/staff/pages/${result.value}/edit`, 'Page added. Now write its text')
    })
  }

const placing =
  ({ clock, pages }: Deps): FastifyPluginAsync =>
  async (app) => {
    app.get<ById>('/staff/pages/:id/place', async (req, reply) => {
      const [page, choices] = await req.authority.databases.staff.as(req.officer, (tx) =>
        Promise.all([getPage(tx, req.params.id), pageChoices(tx, clock.now())]),
      )
      const form = blank(PlaceForm, { ...page, parent: page.parentId })
      return reply.page(<PlacePage page={page} form={form} choices={choices} />)
    })

    app.post<ById>('/staff/pages/:id/place', async (req, reply) => {
      const form = readForm(PlaceForm, req.body)
      const { page, choices, result } = await req.authority.databases.staff.as(req.officer, async (tx) => {
        const page = await getPage(tx, req.params.id)
        const result = form.ok ? await placePage(tx, req.officer, page, form.value) : form
        return { page, choices: await pageChoices(tx, clock.now()), result }
      })
      if (!result.ok)
        return reply.page(<PlacePage page={page} form={form.with(result.error)} choices={choices} />, 422)
      pages.expire(req.authority)
      return reply.seeOther(`/staff/pages/${page.id}`, 'Saved')
    })
  }

const writing =
  ({ clock, figures = NO_SOURCES }: Deps): FastifyPluginAsync =>
  async (app) => {
    app.get<InLanguage>('/staff/pages/:id/edit', async (req, reply) => {
      const { id } = req.params
      const desk = await req.authority.databases.staff.as(req.officer, (tx) =>
        readDesk(tx, id, languageIn(req.query), clock.now()),
      )
      const { title, summary, body } = desk.latest ?? { title: '', summary: '', body: '' }
      const reason = desk.latest?.status === 'draft' ? desk.latest.reason : ''
      const form = blank(EditForm, { base: baseOf(desk.latest), title, summary, body, reason })
      return reply.page(<EditPage pageId={id} language={desk.language} form={form} />)
    })

    app.post<InLanguage>('/staff/pages/:id/edit', async (req, reply) => {
      const { id } = req.params
      const form = readForm(EditForm, req.body)
      const now = clock.now()
      const { desk, result } = await req.authority.databases.staff.as(req.officer, async (tx) => {
        const desk = await readDesk(tx, id, languageIn(req.query), now)
        return { desk, result: await savePage(tx, req.officer, desk, form, figures, now) }
      })
      if (result.ok) return reply.seeOther(`/staff/pages/${id}`, `Draft of version ${result.value} saved`)
      const common = { pageId: id, language: desk.language }
      if ('fields' in result.error)
        return reply.page(<EditPage {...common} form={form.with(result.error.fields)} />, 422)
      const theirs = result.error.stale
      const again = readForm(EditForm, { ...bodyOf(req.body), base: baseOf(theirs) }).with({ '': CHANGED })
      return reply.page(<EditPage {...common} form={again} {...(theirs ? { theirs } : {})} />, 422)
    })
  }

const CHANGED = 'Somebody else has changed this page since you opened it. Nothing of yours is lost'

const bodyOf = (body: unknown): Readonly<Record<string, unknown>> =>
  typeof body === 'object' && body !== null ? { ...body } : {}

const languageIn = ({ language }: { language?: string }): string | undefined =>
  language === undefined || !findLanguage(language) ? undefined : language
