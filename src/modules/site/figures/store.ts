import type { Tx } from '../../../platform/db/index.ts'
import type { QuotedFigure } from './domain.ts'

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
