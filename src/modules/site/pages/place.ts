import type { Person } from '../../../kernel/actor.ts'
import type { Instant } from '../../../kernel/clock.ts'
import { err, ok, type Result } from '../../../kernel/result.ts'
import { audit } from '../../../platform/audit/index.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { redirectProblem, slugProblem } from './address.ts'
import type { Page, PageId } from './domain.ts'
import type { NewPageInput, PlaceInput, RedirectInput } from './forms.ts'
import { deleteRedirect, insertRedirect, whoIsAt } from './redirects/store.ts'
import { getPage, insertPage, insertVersion, updatePage } from './store.ts'

const TAKEN = 'Another page has this address'
const LEADS = 'This is the old address of another page'

async function addressProblem(tx: Tx, slug: string, own?: PageId): Promise<string | undefined> {
  const problem = slugProblem(slug)
  if (problem) return problem
  const { page, redirectTo } = await whoIsAt(tx, `/${slug}`)
  if (page !== undefined && page !== own) return TAKEN
  return redirectTo !== undefined && redirectTo !== own ? LEADS : undefined
}

/** Adds a page with an empty first draft. */
export async function addPage(
  tx: Tx,
  editor: Person,
  input: NewPageInput,
  now: Instant,
): Promise<Result<PageId>> {
  const problem = await addressProblem(tx, input.slug)
  if (problem) return err({ slug: problem })
  const parentId = input.parent === '' ? null : (await getPage(tx, input.parent)).id
  const id = await insertPage(tx, { slug: input.slug, language: 'en', parentId })
  if (!id) return err({ slug: TAKEN })
  const text = { title: input.title, summary: '', body: '', reason: 'New page', translates: null }
  await insertVersion(tx, { ...text, pageId: id, language: 'en', number: 1, createdAt: now })
  await audit(tx, editor, 'page.added', id)
  return ok(id)
}

/** Moves a page; its old address leads to the new one from then on. */
export async function placePage(
  tx: Tx,
  editor: Person,
  page: Page,
  input: PlaceInput,
): Promise<Result<true>> {
  if (input.version !== page.version)
    return err({ '': 'Somebody else has changed this since you opened it. Check it and save again' })
  const slug = page.fixed ? page.slug : input.slug
  const problem = page.fixed ? undefined : await addressProblem(tx, slug, page.id)
  if (problem) return err({ slug: problem })
  const parentId = input.parent === '' ? null : (await getPage(tx, input.parent)).id
  if (await closesRing(tx, page.id, parentId)) return err({ parent: 'A page cannot stand under itself' })
  const { navPosition, reviewMonths } = input
  if (!(await updatePage(tx, page, { slug, parentId, navPosition, reviewMonths })))
    return err({ '': 'Somebody else has changed this page. Check it and save again' })
  if (slug !== page.slug) {
    await deleteRedirect(tx, `/${slug}`)
    await insertRedirect(tx, `/${page.slug}`, page.id)
  }
  await audit(tx, editor, 'page.placed', page.id)
  return ok(true)
}

async function closesRing(tx: Tx, page: PageId, parent: PageId | null): Promise<boolean> {
  const seen = new Set<PageId>([page])
  for (let at = parent; at !== null; at = (await getPage(tx, at)).parentId) {
    if (seen.has(at)) return true
    seen.add(at)
  }
  return false
}

/** Adds an old address. One that leads back to itself, or hides a page, is refused. */
export async function addRedirect(tx: Tx, editor: Person, input: RedirectInput): Promise<Result<true>> {
  const path = input.path.replace(/\/+$/, '')
  const problem = redirectProblem(path)
  if (problem) return err({ path: problem })
  const target = await getPage(tx, input.page)
  const { page, redirectTo } = await whoIsAt(tx, path)
  if (page === target.id)
    return err({ path: 'This is the address of that page now: it would lead to itself' })
  if (page !== undefined) return err({ path: TAKEN })
  if (redirectTo !== undefined || !(await insertRedirect(tx, path, target.id)))
    return err({ path: 'This old address is in the list already. Remove it first' })
  await audit(tx, editor, 'redirect.added', target.id)
  return ok(true)
}
