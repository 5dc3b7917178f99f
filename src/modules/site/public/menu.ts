import { PUBLIC } from '../../../kernel/actor.ts'
import type { Instant } from '../../../kernel/clock.ts'
import type { Authority } from '../../../platform/http/index.ts'
import { addressOf } from '../pages/address.ts'
import { type LivePage, menuOf } from './domain.ts'
import { livePages } from './store.ts'

export type MenuLink = { readonly href: string; readonly text: string }
type Known = { links: readonly MenuLink[]; at: number; asking: boolean }

const CONCERNS: MenuLink = { href: '/concerns', text: 'Worried about somebody?' }
const KEEP_MS = 5_000
const menus = new WeakMap<Authority, Known>()

/** The menu from the pages that were just read: what is on the page and what is in the menu then agree. */
export function rememberMenu(authority: Authority, pages: readonly LivePage[]): void {
  const links = menuOf(pages).map((page) => ({
    href: addressOf(page.slug, page.language, page.original),
    text: page.title,
  }))
  menus.set(authority, { links, at: performance.now(), asking: false })
}

/**
 * The menu as last known, for pages of every module: nobody waits for it, and it needs no database. It is read again
 * behind a page that finds it older than a few seconds.
 */
export function siteMenu(authority: Authority, now: Instant): readonly MenuLink[] {
  const known = menus.get(authority) ?? { links: [], at: Number.NEGATIVE_INFINITY, asking: false }
  menus.set(authority, known)
  if (!known.asking && performance.now() - known.at > KEEP_MS) {
    known.asking = true
    authority.databases.public
      .as(PUBLIC, (tx) => livePages(tx, now))
      .then((pages) => rememberMenu(authority, pages))
      .catch(() => {
        // the database is away: the old menu stands, and a later page asks again
        known.asking = false
        known.at = performance.now()
      })
  }
  return [...known.links, CONCERNS]
}
