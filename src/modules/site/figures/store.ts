import type { Instant } from '../../../kernel/clock.ts'
import { NotFound } from '../../../kernel/errors.ts'
import type { PersonId } from '../../../kernel/ids.ts'
import type { Tx } from '../../../platform/db/index.ts'
import type { Figure, QuotedFigure } from './domain.ts'

/** Figures quoted from documents, by name: the public's door may read these. */
export async function quotedFigures(
  tx: Tx,
  names: readonly string[],
): Promise<readonly Omit<QuotedFigure, 'version'>[]> {
  return tx
    .selectFrom('site.quotedFigure')
    .select(['name', 'value', 'unit', 'counts', 'document as source', 'documentDate as date'])
    .where('name', 'in', [...names])
    .execute()
}

const COLUMNS = [
  'name',
  'value',
  'unit',
  'counts',
  'document as source',
  'documentDate as date',
  'version',
] as const

/** Every quoted figure by name, for editors. */
export async function listFigures(tx: Tx): Promise<readonly QuotedFigure[]> {
  return tx.selectFrom('site.quotedFigure').select(COLUMNS).orderBy('name').execute()
}

/** One quoted figure. Throws NotFound. */
export async function getFigure(tx: Tx, name: string): Promise<QuotedFigure> {
  const row = await tx
    .selectFrom('site.quotedFigure')
    .select(COLUMNS)
    .where('name', '=', name)
    .executeTakeFirst()
  if (!row) throw new NotFound('figure')
  return row
}

const rowOf = ({ value, unit, counts, source, date }: Figure) => ({
  value,
  unit,
  counts,
  document: source,
  documentDate: date,
})

/** False when there is one of that name. */
export async function insertFigure(tx: Tx, figure: Omit<QuotedFigure, 'version'>): Promise<boolean> {
  const row = await tx
    .insertInto('site.quotedFigure')
    .values({ name: figure.name, ...rowOf(figure) })
    .onConflict((clash) => clash.doNothing())
    .returning('name')
    .executeTakeFirst()
  return row !== undefined
}

/** False when it has moved on since `version`. */
export async function updateFigure(
  tx: Tx,
  figure: Omit<QuotedFigure, 'version'>,
  version: number,
  by: PersonId,
  at: Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('site.quotedFigure')
    .set({ ...rowOf(figure), version: version + 1, setBy: by, setAt: at })
    .where('name', '=', figure.name)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function deleteFigure(tx: Tx, name: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('site.quotedFigure')
    .where('name', '=', name)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

/** Texts that readers see or may see: every version but the archived. */
export async function textsInUse(tx: Tx): Promise<readonly { title: string; body: string }[]> {
  return tx
    .selectFrom('site.pageVersion')
    .select(['title', 'body'])
    .where('status', '<>', 'archived')
    .where('body', 'like', '%{{%')
    .execute()
}
