import type { Tx } from '../../../platform/db/index.ts'
import type { Figure } from './domain.ts'

/** Counts a figure from records, through the public's door, when a page that shows it is rendered. */
export type FigureSource = (tx: Tx) => Promise<Figure>
