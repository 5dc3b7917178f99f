import type { Person } from '../../../kernel/actor.ts'
import type { Instant } from '../../../kernel/clock.ts'
import type { Form } from '../../../kernel/form.ts'
import { err, ok, type Result } from '../../../kernel/result.ts'
import { audit } from '../../../platform/audit/index.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { slotProblem } from '../figures/slots.ts'
import type { FigureSource } from '../figures/source.ts'
import { slotNames } from '../markdown/index.ts'
import { isWaiting, liveVersion, openVersion, type Page } from './domain.ts'
import type { EditInput } from './forms.ts'
import {
  type AuthoredVersion,
  getPage,
  insertVersion,
  listVersions,
  type Text,
  updateDraft,
} from './store.ts'

/** What an editor of one language of a page works from. */
export type Desk = {
  readonly page: Page
  readonly language: string
  /** In this language, the newest first. */
  readonly versions: readonly AuthoredVersion[]
  /** The text to go on from: what is being written, else the newest there is. */
  readonly latest: AuthoredVersion | undefined
  /** Number of the original's published version, for translations. */
  readonly original: number | null
}

/** Names the text that a form was filled from: any change to it makes another name. */
export const baseOf = (latest: AuthoredVersion | undefined): string =>
  latest ? `${latest.number}.${latest.version}` : 'none'

export async function readDesk(
  tx: Tx,
  id: string,
  language: string | undefined,
  now: Instant,
): Promise<Desk> {
  const page = await getPage(tx, id)
  const all = await listVersions(tx, page.id)
  const wanted = language ?? page.language
  const versions = all.filter((v) => v.language === wanted)
  const original =
    wanted === page.language
      ? null
      : (liveVersion(
          all.filter((v) => v.language === page.language),
          now,
        )?.number ?? null)
  return { page, language: wanted, versions, latest: versions[0], original }
}

type Stale = { readonly stale: AuthoredVersion | undefined }
export type SaveError = Stale | { readonly fields: Record<string, string> }

/** Saves a draft, or begins one. Loses nothing: a text that has moved on comes back beside the one that was sent. */
export async function savePage(
  tx: Tx,
  editor: Person,
  desk: Desk,
  form: Form<EditInput>,
  sources: ReadonlyMap<string, FigureSource>,
  now: Instant,
): Promise<Result<AuthoredVersion['number'], SaveError>> {
  if (!form.ok) return err({ fields: { ...form.error } })
  const { base, ...input } = form.value
  if (base !== baseOf(desk.latest)) return err({ stale: desk.latest })
  const problem = blocked(desk, now) ?? (await slotProblem(tx, slotNames(input.body), sources))
  if (problem) return err({ fields: { [blocked(desk, now) ? '' : 'body']: problem } })
  const number = await write(tx, desk, { ...input, translates: desk.original }, now)
  if (number === undefined)
    return err({ stale: (await readDesk(tx, desk.page.id, desk.language, now)).latest })
  await audit(tx, editor, 'page.saved', desk.page.id, { number, language: desk.language })
  return ok(number)
}

/** Why this page cannot be written on now; undefined when it can. */
export function blocked({ versions, latest }: Desk, now: Instant): string | undefined {
  const open = openVersion(versions, now)
  if (open?.status === 'review') return 'This page is in review. Send it back to draft before you change it'
  if (open && isWaiting(open, now))
    return 'A version is waiting to be published. Withdraw it before you change it'
  if (latest?.status === 'archived') return 'This page is archived. Bring it back before you change it'
  return undefined
}

async function write(
  tx: Tx,
  { page, language, latest }: Desk,
  text: Text,
  now: Instant,
): Promise<number | undefined> {
  if (latest?.status === 'draft') return (await updateDraft(tx, latest, text)) ? latest.number : undefined
  const number = (latest?.number ?? 0) + 1
  const id = await insertVersion(tx, { ...text, pageId: page.id, language, number, createdAt: now })
  return id && number
}

/** Begins a draft from an earlier version. */
export async function bringBack(
  tx: Tx,
  editor: Person,
  desk: Desk,
  earlier: AuthoredVersion,
  now: Instant,
): Promise<Result<number>> {
  const problem =
    blocked(desk, now) ??
    (desk.latest?.status === 'draft' ? 'There is a draft already. Finish it first' : undefined)
  if (problem) return err({ '': problem })
  const { title, summary, body, translates } = earlier
  const text = { title, summary, body, translates, reason: `Brought back version ${earlier.number}` }
  const number = await write(tx, desk, text, now)
  if (number === undefined) return err({ '': 'Somebody else has just begun a draft. Nothing was changed' })
  await audit(tx, editor, 'page.brought-back', desk.page.id, {
    number,
    from: earlier.number,
    language: desk.language,
  })
  return ok(number)
}
