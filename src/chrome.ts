import type { FastifyRequest } from 'fastify'
import { brandVersion } from './brand.ts'
import type { Person, Role } from './kernel/actor.ts'
import { can, ROLE_LABELS } from './modules/identity/index.ts'
import { assetPaths } from './platform/http/index.ts'
import { STAFF_LINKS } from './staff-links.ts'
import type { Chrome, ChromeLink } from './ui/index.ts'

/** Where the public menu comes from: the site's own, which must not need the database for each page. */
export type Navigation = (req: FastifyRequest) => readonly ChromeLink[]

/** What surrounds a page: the council, the menu, who is signed in. */
export function chromeFor(req: FastifyRequest, navigation: Navigation): Chrome {
  const settings = req.authority.settings()
  const path = req.url.split('?')[0] ?? '/'
  const staff = path === '/staff' || path.startsWith('/staff/')
  const person = staff ? req.session?.person : undefined
  const links = person ? staffLinks(person) : navigation(req)
  return {
    authority: {
      name: settings.name,
      shortName: settings.shortName,
      complaintsUrl: settings.complaintsUrl ?? '/complaints',
      brandColour: settings.brandColour,
    },
    lang: 'en',
    dir: 'ltr',
    demonstration: settings.demonstration,
    assets: { ...paths(), brand: `/brand.css?v=${brandVersion(settings.brandColour)}` },
    navigation: links.map((link) => ({ ...link, active: link.href === path })),
    path,
    noindex: settings.demonstration || staff,
    signOutUrl: '/sign-out',
    ...(person ? { user: userOf(person), accountUrl: '/staff/account', serviceUrl: '/staff' } : {}),
    ...(req.notice ? { notice: req.notice } : {}),
  }
}

/** The menu of staff pages: what this person may open, and nothing else. */
const staffLinks = (person: Person): ChromeLink[] =>
  STAFF_LINKS.filter(({ action }) => can(person, action)).map(({ href, text }) => ({ href, text }))

const userOf = (person: { name: string; roles: readonly Role[] }) => ({
  name: person.name,
  roleLabel: person.roles.map((role) => ROLE_LABELS[role]).join(', '),
})

let known: { css: string; js: string } | undefined
function paths(): { css: string; js: string } {
  if (known) return known
  const all = assetPaths()
  const css = all['kith.css']
  const js = all['kith.js']
  if (!css || !js) throw new Error('the built assets have no kith.css or no kith.js')
  known = { css, js }
  return known
}
