import { sql } from 'kysely'
import type { Instant } from '../../../kernel/clock.ts'
import { NotFound } from '../../../kernel/errors.ts'
import type { PersonId } from '../../../kernel/ids.ts'
import type { Tx } from '../../../platform/db/index.ts'
import type { RecordKind } from './domain.ts'
import type { RecordInput } from './forms.ts'

const COLUMNS = [
  'kind',
  'title',
  'legalBasis',
  'condition',
  'controller',
  'recipients',
  'version',
  'setAt',
  sql<string | null>`review_after::text`.as('reviewAfter'),
  sql<string | null>`delete_after::text`.as('deleteAfter'),
] as const

/** Every kind of record, by name. Any door reads these. */
export async function listKinds(tx: Tx): Promise<readonly RecordKind[]> {
  return tx.selectFrom('kith.recordKind').select(COLUMNS).orderBy('title').execute()
}

/** One kind of record. Throws NotFound. */
export async function getKind(tx: Tx, kind: string): Promise<RecordKind> {
  const row = await tx
    .selectFrom('kith.recordKind')
    .select(COLUMNS)
    .where('kind', '=', kind)
    .executeTakeFirst()
  if (!row) throw new NotFound('record kind')
  return row
}

const filled = (text: string): string | null => (text === '' ? null : text)
const interval = (months: number | null) => (months === null ? null : `${months} months`)

/** Sets a kind of record; the database keeps what was set before. False when it has moved on. */
export async function updateKind(
  tx: Tx,
  kind: string,
  { version, ...input }: RecordInput,
  by: PersonId,
  at: Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('kith.recordKind')
    .set({
      legalBasis: filled(input.legalBasis),
      condition: filled(input.condition),
      controller: filled(input.controller),
      recipients: filled(input.recipients),
      reviewAfter: interval(input.reviewAfter),
      deleteAfter: interval(input.deleteAfter),
      version: version + 1,
      setBy: by,
      setAt: at,
    })
    .where('kind', '=', kind)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export type KindVersion = Omit<RecordKind, 'title'> & { readonly by: string | null }

/** What has been set, the newest first. */
export async function listKindVersions(tx: Tx, kind: string): Promise<readonly KindVersion[]> {
  return tx
    .selectFrom('kith.recordKindVersion as v')
    .leftJoin('identity.person as p', 'p.id', 'v.setBy')
    .select(['v.kind', 'v.legalBasis', 'v.condition', 'v.controller', 'v.recipients', 'v.version', 'v.setAt'])
    .select([
      sql<string | null>`v.review_after::text`.as('reviewAfter'),
      sql<string | null>`v.delete_after::text`.as('deleteAfter'),
      'p.name as by',
    ])
    .where('v.kind', '=', kind)
    .orderBy('v.version', 'desc')
    .execute()
}
