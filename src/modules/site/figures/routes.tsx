import type { FastifyPluginAsync } from 'fastify'
import { blank, readForm } from '../../../kernel/form.ts'
import { requires } from '../../identity/index.ts'
import type { Deps } from '../deps.ts'
import type { QuotedFigure } from './domain.ts'
import { FigureForm } from './forms.ts'
import { removeFigure, saveFigure } from './save.ts'
import { NO_SOURCES } from './source.ts'
import { getFigure, listFigures } from './store.ts'
import { FigurePage } from './views/FigurePage.tsx'
import { FiguresPage } from './views/FiguresPage.tsx'

const PATH = '/staff/pages/figures'
type ByName = { Params: { name: string } }

/** Figures that pages quote from documents. */
export const figureRoutes =
  (deps: Deps): FastifyPluginAsync =>
  async (app) => {
    app.addHook('preHandler', requires('site.edit'))
    await app.register(allFigures(deps))
    await app.register(oneFigure(deps))
  }

const allFigures =
  ({ clock, pages, figures: sources = NO_SOURCES }: Deps): FastifyPluginAsync =>
  async (app) => {
    app.get(PATH, async (req, reply) => {
      const figures = await req.authority.databases.staff.as(req.officer, listFigures)
      return reply.page(<FiguresPage figures={figures} counted={[...sources.keys()]} />)
    })

    app.get(`${PATH}/new`, async (_, reply) =>
      reply.page(<FigurePage form={blank(FigureForm, { version: 0 })} />),
    )

    app.post(`${PATH}/new`, async (req, reply) => {
      const form = readForm(FigureForm, req.body)
      const result = form.ok
        ? await req.authority.databases.staff.as(req.officer, (tx) =>
            saveFigure(tx, req.officer, undefined, form.value, clock.now()),
          )
        : form
      if (!result.ok) return reply.page(<FigurePage form={form.with(result.error)} />, 422)
      pages.expire(req.authority)
      return reply.seeOther(PATH, 'Figure added')
    })
  }

const oneFigure =
  ({ clock, pages }: Deps): FastifyPluginAsync =>
  async (app) => {
    app.get<ByName>(`${PATH}/:name`, async (req, reply) => {
      const figure = await req.authority.databases.staff.as(req.officer, (tx) =>
        getFigure(tx, req.params.name),
      )
      return reply.page(<FigurePage name={figure.name} form={blank(FigureForm, fieldsOf(figure))} />)
    })

    app.post<ByName>(`${PATH}/:name`, async (req, reply) => {
      const { name } = req.params
      const form = readForm(FigureForm, { ...(req.body as object), name })
      const result = form.ok
        ? await req.authority.databases.staff.as(req.officer, async (tx) => {
            await getFigure(tx, name)
            return saveFigure(tx, req.officer, name, form.value, clock.now())
          })
        : form
      if (!result.ok) return reply.page(<FigurePage name={name} form={form.with(result.error)} />, 422)
      pages.expire(req.authority)
      return reply.seeOther(PATH, 'Figure saved')
    })

    app.post<ByName>(`${PATH}/:name/remove`, async (req, reply) => {
      const { name } = req.params
      const { staff } = req.authority.databases
      const result = await staff.as(req.officer, (tx) => removeFigure(tx, req.officer, name))
      if (!result.ok) {
        const figure = await staff.as(req.officer, (tx) => getFigure(tx, name))
        const form = blank(FigureForm, fieldsOf(figure)).with(result.error)
        return reply.page(<FigurePage name={name} form={form} />, 422)
      }
      pages.expire(req.authority)
      return reply.seeOther(PATH, 'Figure removed')
    })
  }

const fieldsOf = ({ date, ...figure }: QuotedFigure) => ({
  ...figure,
  day: date.day,
  month: date.month,
  year: date.year,
})
