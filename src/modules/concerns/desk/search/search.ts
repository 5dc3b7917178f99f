import { setImmediate } from 'node:timers/promises'
import type { Instant } from '../../../../kernel/clock.ts'
import { vaultAudit } from '../../../../platform/audit/index.ts'
import type { Tx } from '../../../../platform/db/index.ts'
import { ConcernContent } from '../../content.ts'
import type { OpenVault } from '../../crypto/open-vault.ts'
import type { Officer } from '../vault/desk-routes.ts'
import { type Opened, type Part, type Purpose, partsWith, wordsOf } from './domain.ts'
import { type Batch, listBatch, type SealedPart } from './store.ts'

export type Found = {
  readonly id: string
  readonly ref: string
  readonly receivedAt: Instant
  readonly parts: readonly Part[]
}
export type SearchResult = {
  readonly found: readonly Found[]
  /** How many concerns have been searched so far, this batch among them, of how many. */
  readonly searched: number
  readonly total: number
  /** Some could not be opened with this officer's keys. */
  readonly unopened: number
  /** Where older ones begin; undefined when there are none. */
  readonly next: string | undefined
}

/** Reads one batch, and logs why and how many: never the words. */
export async function takeBatch(
  tx: Tx,
  { person }: Officer,
  { after, purpose }: { readonly after: string | undefined; readonly purpose: Purpose },
): Promise<Batch> {
  const batch = await listBatch(tx, after)
  await vaultAudit(tx, person, 'search.made', undefined, { purpose, searched: batch.concerns.length })
  return batch
}

/** Logs each concern that the words were found in: who searches learns of it what they looked for. */
export async function logFound(
  tx: Tx,
  { person }: Pick<Officer, 'person'>,
  found: readonly Found[],
): Promise<void> {
  for (const { id, ref } of found) await vaultAudit(tx, person, 'concern.found', id, { ref })
}

/** Opens a batch and looks for the words, after its transaction; others are served between one concern and the next. */
export async function searchBatch(vault: OpenVault, batch: Batch, query: string): Promise<SearchResult> {
  const words = wordsOf(query)
  const sealed = Map.groupBy(batch.parts, ({ concernId }) => concernId)
  const found: Found[] = []
  let unopened = 0
  for (const { id, ref, receivedAt } of batch.concerns) {
    await setImmediate()
    const opened = await Promise.all((sealed.get(id) ?? []).map((part) => openPart(vault, part)))
    const readable = opened.filter((part) => part !== undefined)
    if (readable.length < opened.length) unopened++
    const parts = partsWith(words, readable)
    if (parts) found.push({ id, ref, receivedAt, parts })
  }
  const searched = batch.before + batch.concerns.length
  const next = searched < batch.total ? batch.concerns.at(-1)?.id : undefined
  return { found, searched, total: batch.total, unopened, next }
}

async function openPart(vault: OpenVault, { part, body }: SealedPart): Promise<Opened | undefined> {
  const text =
    part === 'concern'
      ? vault.openJson(body, (json) => everyWord(ConcernContent.parse(json)))
      : vault.open(body)
  return text.then(
    (words) => ({ part, text: words }),
    () => undefined,
  )
}

const everyWord = ({ reply, ...content }: ConcernContent): string =>
  [...Object.values(content), ...Object.values(reply ?? {})].join('\n')
