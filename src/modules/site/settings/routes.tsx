import type { FastifyPluginAsync } from 'fastify'
import { blank, readForm } from '../../../kernel/form.ts'
import { readAuthority } from '../../../platform/authority.ts'
import { requires } from '../../identity/index.ts'
import type { Deps } from '../deps.ts'
import { SettingsForm } from './forms.ts'
import { saveSettings } from './save.ts'
import { SettingsPage } from './views/SettingsPage.tsx'

/** The council's details. */
export const settingsRoutes =
  ({ clock, pages }: Deps): FastifyPluginAsync =>
  async (app) => {
    app.addHook('preHandler', requires('settings.authority'))

    app.get('/staff/settings', async (req, reply) => {
      const { settings, version } = await req.authority.databases.staff.as(req.officer, readAuthority)
      return reply.page(<SettingsPage form={blank(SettingsForm, { ...settings, version })} />)
    })

    app.post('/staff/settings', async (req, reply) => {
      const form = readForm(SettingsForm, req.body)
      const { current, result } = await req.authority.databases.staff.as(req.officer, async (tx) => {
        const current = await readAuthority(tx)
        return {
          current,
          result: form.ok ? await saveSettings(tx, req.officer, current, form.value, clock.now()) : form,
        }
      })
      if (result.ok) {
        pages.expire(req.authority)
        await req.authority.refresh?.()
        return reply.seeOther('/staff/settings', 'Details saved')
      }
      if (!('' in result.error)) return reply.page(<SettingsPage form={form.with(result.error)} />, 422)
      const again = readForm(SettingsForm, { ...(req.body as object), version: current.version })
      return reply.page(<SettingsPage form={again.with(result.error)} theirs={current.settings} />, 422)
    })
  }
