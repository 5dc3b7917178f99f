import { civilDate, type Instant, Temporal, ZONE } from '../../../kernel/clock.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { fillFigures } from '../figures/slots.ts'
import type { FigureSource } from '../figures/source.ts'
import { type Fill, slotNames } from '../markdown/index.ts'
import { type Address, addressOf } from '../pages/address.ts'
import { isOverdue } from '../pages/domain.ts'
import type { LivePage, PublishedPage } from './domain.ts'
import { findPublished, findRedirect, livePages, nextChange, siteRevision } from './store.ts'

export type Found = {
  readonly page: PublishedPage
  readonly pages: readonly LivePage[]
  readonly figures: ReadonlyMap<string, Fill>
  readonly revision: number
  /** When this page must be rendered again, whatever happens. */
  readonly until: Instant | undefined
}

export type Sources = ReadonlyMap<string, FigureSource>

/** What stands at an address: a page, the address it has moved to, or nothing. */
export async function readPublic(
  tx: Tx,
  path: string,
  address: Address | undefined,
  sources: Sources,
  now: Instant,
): Promise<Found | { readonly movedTo: string } | undefined> {
  // The revision first: what is read after it is at least as new.
  const revision = siteRevision(tx)
  const page = address ? await findPublished(tx, address, now) : undefined
  if (!page) {
    await revision
    const moved = await findRedirect(tx, path)
    return moved && { movedTo: addressOf(moved.slug, moved.language, moved.language) }
  }
  const [pages, figures, next] = await Promise.all([
    livePages(tx, now),
    fillFigures(tx, slotNames(page.body), sources),
    nextChange(tx, now),
  ])
  return { page, pages, figures, revision: await revision, until: earliest(next, becomesOverdue(page, now)) }
}

/** Midnight after the day on which a review is due: the page then says so. */
function becomesOverdue({ reviewDue }: PublishedPage, now: Instant): Instant | undefined {
  if (isOverdue(reviewDue, civilDate(now))) return undefined
  return reviewDue.add({ days: 1 }).toZonedDateTime(ZONE).toInstant()
}

const earliest = (...times: readonly (Instant | undefined)[]): Instant | undefined =>
  times.filter((time) => time !== undefined).sort(Temporal.Instant.compare)[0]
