import type { Tx } from '../../../platform/db/index.ts'
import type { Figure } from './domain.ts'

/** Counts a figure from records when a page that shows it is rendered. It reads through the public's door. */
export type FigureSource = (tx: Tx) => Promise<Figure>

export const NO_SOURCES: ReadonlyMap<string, FigureSource> = new Map()
