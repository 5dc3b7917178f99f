import type { Person } from '../../../kernel/actor.ts'
import { civilDate, type Instant } from '../../../kernel/clock.ts'
import { err, ok, type Result } from '../../../kernel/result.ts'
import { audit } from '../../../platform/audit/index.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { type Act, isWaiting, move, type Page, type Version } from './domain.ts'
import type { PublishInput } from './forms.ts'
import { readMoment } from './schedule.ts'
import { updateAll, updatePage, updateStatus } from './store.ts'

const MOVED_ON = 'Somebody else has changed this page since you opened it. Nothing was changed: look again'
const stale = err({ '': MOVED_ON })

/** Publishes a version in review, now or at a civil time. By the clock it then is public: no job has to run. */
export async function publish(
  tx: Tx,
  editor: Person,
  version: Version,
  input: PublishInput,
  now: Instant,
): Promise<Result<Instant>> {
  if (version.version !== input.version) return stale
  const to = move(version.status, 'publish')
  if (!to.ok) return to
  const at = input.when === 'now' ? ok(now) : readMoment(input, now)
  if (!at.ok) return at
  const change = { status: to.value, publishAt: at.value, publishedBy: editor.id }
  if (!(await updateStatus(tx, version, change))) return stale
  const { number, language } = version
  await audit(tx, editor, 'page.published', version.pageId, { number, language, at: at.value.toString() })
  return at
}

/** Sends a version for review, back to draft, or takes it back before its time. */
export async function moveVersion(
  tx: Tx,
  editor: Person,
  version: Version,
  act: Act,
  seen: number,
  now: Instant,
): Promise<Result<Version['status']>> {
  if (version.version !== seen) return stale
  if (act === 'submit' && version.body === '') return err({ '': 'Write the text of the page first' })
  const to =
    act === 'withdraw' && !isWaiting(version, now)
      ? err({ '': 'This version is public already' })
      : move(version.status, act)
  if (!to.ok) return to
  const change = { status: to.value, publishAt: null, publishedBy: null }
  if (!(await updateStatus(tx, version, change))) return stale
  const { number, language } = version
  await audit(tx, editor, `page.${act}`, version.pageId, { number, language })
  return to
}

/** Takes a whole page off the site, or puts it back as it was: every version, in every language. */
export async function movePage(
  tx: Tx,
  editor: Person,
  page: Page,
  act: 'archive' | 'restore',
): Promise<Result<number>> {
  if (act === 'archive' && page.fixed)
    return err({ '': 'Every site must have this page, so it cannot be archived' })
  const [from, to] =
    act === 'archive' ? (['published', 'archived'] as const) : (['archived', 'published'] as const)
  const moved = await updateAll(tx, page.id, from, to)
  if (moved === 0) return stale
  await audit(tx, editor, `page.${act}`, page.id, { versions: moved })
  return ok(moved)
}

/** Notes that the page was checked and is still right: its next review moves on. */
export async function markReviewed(
  tx: Tx,
  editor: Person,
  page: Page,
  seen: number,
  now: Instant,
): Promise<Result<true>> {
  if (page.version !== seen || !(await updatePage(tx, page, { reviewedOn: civilDate(now) }))) return stale
  await audit(tx, editor, 'page.reviewed', page.id)
  return ok(true)
}
