import { type Person, PUBLIC } from '../../../kernel/actor.ts'
import { civilDate, type Instant } from '../../../kernel/clock.ts'
import { AuthoritySettings, readAuthority } from '../../../platform/authority.ts'
import type { Database, Tx } from '../../../platform/db/index.ts'
import { insertFigure } from '../figures/store.ts'
import type { PageId } from '../pages/domain.ts'
import { insertRedirect } from '../pages/redirects/store.ts'
import { insertPage, insertVersion, listVersions, updatePage } from '../pages/store.ts'
import { addComment, saveRating } from '../ratings/store.ts'
import { setKind } from '../records/set.ts'
import { listKinds } from '../records/store.ts'
import { writeSettings } from '../settings/store.ts'
import { DEMO_AUTHORITY, DEMO_FIGURES, DEMO_RATINGS, DEMO_RECORDS } from './facts.ts'
import { findPageBySlug } from './store.ts'
import { type DemoText, demoText } from './texts.ts'

const SLUG = 'prevent-in-communities'

/** Who writes the demonstration, each with the role that the database asks for. */
export type DemoStaff = { readonly contentEditor: Person; readonly dataProtectionOfficer: Person }
export type DemoDoors = { readonly staff: Database; readonly public: Database }

/**
 * Fills a new site with the demonstration: the council, its page in three versions with ratings, figures quoted from
 * their document, and what its data protection officer might set. Through the same doors as everybody; a second time
 * it changes nothing.
 */
export async function seedDemo(
  doors: DemoDoors,
  { contentEditor, dataProtectionOfficer }: DemoStaff,
  now: Instant,
): Promise<void> {
  const page = await doors.staff.as(contentEditor, (tx) => seedPages(tx, contentEditor, now))
  if (!page) return
  await doors.staff.as(dataProtectionOfficer, (tx) => seedRecords(tx, dataProtectionOfficer, now))
  const versions = await doors.staff.as(contentEditor, (tx) => listVersions(tx, page))
  await doors.public.as(PUBLIC, async (tx) => {
    for (const { version, daysAgo, useful, comment } of DEMO_RATINGS) {
      const of = versions.find(({ number }) => number === version)
      const day = civilDate(now).subtract({ days: daysAgo })
      const rating = of && (await saveRating(tx, { useful, versionId: of.id, day }))
      if (rating && comment) await addComment(tx, rating, comment)
    }
  })
}

/** Undefined when the demonstration is there already. */
async function seedPages(tx: Tx, editor: Person, now: Instant): Promise<PageId | undefined> {
  if (await findPageBySlug(tx, SLUG)) return undefined
  const { version } = await readAuthority(tx)
  await writeSettings(tx, AuthoritySettings.parse({ ...DEMO_AUTHORITY, demonstration: true }), version, now)
  for (const figure of DEMO_FIGURES) await insertFigure(tx, figure)
  const home = await findPageBySlug(tx, '')
  if (home)
    await publishDemo(tx, editor, home.id, {
      number: 2,
      text: demoText('home'),
      reason: 'Lead to the page about communities',
      at: now,
    })
  const id = await insertPage(tx, { slug: SLUG, language: 'en', parentId: null })
  if (!id) return undefined
  await updatePage(tx, { id, version: 1 }, { slug: SLUG, parentId: null, navPosition: 10, reviewMonths: 12 })
  await insertRedirect(tx, '/prevent-communities', id)
  const parts = ['communities-1-listening', 'communities-2-projects', 'communities-3-gangs'] as const
  const steps = [
    { reason: 'First text', days: 600 },
    { reason: 'Readers asked which projects there are', days: 510 },
    { reason: 'Readers asked about young people', days: 425 },
  ]
  for (const [at, { reason, days }] of steps.entries()) {
    const [first, ...more] = parts.slice(0, at + 1)
    const text = demoText(first ?? parts[0], ...more)
    await publishDemo(tx, editor, id, { number: at + 1, text, reason, at: daysBefore(now, days) })
  }
  return id
}

const daysBefore = (now: Instant, days: number): Instant => now.subtract({ hours: 24 * days })

type DemoVersion = { number: number; text: DemoText; reason: string; at: Instant }

async function publishDemo(
  tx: Tx,
  editor: Person,
  pageId: PageId,
  { number, text, reason, at }: DemoVersion,
): Promise<void> {
  const when = { createdAt: at, publishAt: at, publishedBy: editor.id, status: 'published' as const }
  await insertVersion(tx, { ...text, ...when, pageId, number, reason, language: 'en', translates: null })
}

async function seedRecords(tx: Tx, officer: Person, now: Instant): Promise<void> {
  for (const kind of await listKinds(tx)) {
    const set = DEMO_RECORDS[kind.kind]
    if (!set || kind.setAt) continue
    const input = {
      ...set,
      version: kind.version,
      legalBasis: 'Example: UK GDPR, Article 6(1)(e), public task',
      controller: DEMO_AUTHORITY.name,
    }
    await setKind(tx, officer, kind, input, now)
  }
}
