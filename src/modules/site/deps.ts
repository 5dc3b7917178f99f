import type { Clock } from '../../kernel/clock.ts'
import type { PageCache } from '../../platform/http/index.ts'
import type { Log } from '../../platform/log.ts'
import type { FigureSource } from './figures/source.ts'

export type Deps = {
  readonly clock: Clock
  readonly log: Log
  readonly secure: boolean
  /** Figures that other modules count, by the name that pages use. */
  readonly figures?: ReadonlyMap<string, FigureSource>
  /** Keeps public pages, and is told when they change. */
  readonly pages: PageCache
}
