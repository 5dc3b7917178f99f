/** The public site: pages with versions, figures, ratings, what we hold, settings. */
export { seedDemo } from './demo/seed.ts'
export type { Figure } from './figures/domain.ts'
export type { FigureSource } from './figures/source.ts'
export { siteRevision } from './public/store.ts'
export { site, siteNavigation } from './routes.tsx'
