import type { FastifyPluginAsync } from 'fastify'
import type { Person } from '../../../../kernel/actor.ts'
import { NotFound } from '../../../../kernel/errors.ts'
import { blank, readForm } from '../../../../kernel/form.ts'
import { audit } from '../../../../platform/audit/index.ts'
import type { Database } from '../../../../platform/db/index.ts'
import { requires } from '../../../identity/index.ts'
import type { Deps } from '../../deps.ts'
import { RedirectForm } from '../forms.ts'
import { pageChoices } from '../list/store.ts'
import { addRedirect } from '../place.ts'
import { RedirectsPage } from '../views/RedirectsPage.tsx'
import { deleteRedirect, listRedirects } from './store.ts'

/** Where old addresses are kept. */
export const redirectRoutes =
  ({ clock, pages }: Deps): FastifyPluginAsync =>
  async (app) => {
    app.addHook('preHandler', requires('site.edit'))
    const read = (database: Database, editor: Person) =>
      database.as(editor, async (tx) => ({
        redirects: await listRedirects(tx),
        choices: await pageChoices(tx, clock.now()),
      }))

    app.get('/staff/pages/redirects', async (req, reply) => {
      const list = await read(req.authority.databases.staff, req.officer)
      return reply.page(<RedirectsPage {...list} form={blank(RedirectForm)} />)
    })

    app.post('/staff/pages/redirects', async (req, reply) => {
      const form = readForm(RedirectForm, req.body)
      const { staff } = req.authority.databases
      const result = form.ok
        ? await staff.as(req.officer, (tx) => addRedirect(tx, req.officer, form.value))
        : form
      if (!result.ok) {
        const list = await read(staff, req.officer)
        return reply.page(<RedirectsPage {...list} form={form.with(result.error)} />, 422)
      }
      pages.expire(req.authority)
      return reply.seeOther('/staff/pages/redirects', 'Old address added')
    })

    app.post<{ Body: { path?: string } }>('/staff/pages/redirects/remove', async (req, reply) => {
      const path = String(req.body?.path ?? '')
      await req.authority.databases.staff.as(req.officer, async (tx) => {
        if (!(await deleteRedirect(tx, path))) throw new NotFound('redirect')
        await audit(tx, req.officer, 'redirect.removed', path)
      })
      pages.expire(req.authority)
      return reply.seeOther('/staff/pages/redirects', 'Old address removed')
    })
  }
