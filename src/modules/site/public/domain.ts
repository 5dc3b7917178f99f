import type { Instant, Temporal } from '../../../kernel/clock.ts'
import type { PageId, VersionId } from '../pages/domain.ts'

/** A page in the menu, the site map or the way to another page. */
export type LivePage = {
  readonly id: PageId
  readonly slug: string
  /** Language the page is first written in. */
  readonly original: string
  readonly language: string
  readonly title: string
  readonly parentId: PageId | null
  readonly navPosition: number | null
  readonly publishedAt: Instant
}

/** A published page, whole. */
export type PublishedPage = LivePage & {
  readonly versionId: VersionId
  readonly number: number
  readonly summary: string
  readonly body: string
  readonly reviewDue: Temporal.PlainDate
  /** A translation of an earlier version of the original than the one now published. */
  readonly originalMovedOn: boolean
}

/** The pages of the menu in their order. */
export const menuOf = (pages: readonly LivePage[]): readonly LivePage[] =>
  pages
    .filter((page) => page.navPosition !== null && page.language === page.original)
    .sort((a, b) => (a.navPosition ?? 0) - (b.navPosition ?? 0))

/** The pages above one, from the top. A ring of parents, which the pages for editors refuse, ends where it closes. */
export function pathTo(page: LivePage, pages: readonly LivePage[]): readonly LivePage[] {
  const above: LivePage[] = []
  let parent = page.parentId
  while (parent !== null) {
    const next = pages.find((p) => p.id === parent && p.language === page.language)
    if (!next || above.includes(next)) break
    above.unshift(next)
    parent = next.parentId
  }
  return above
}
