import { type MigrationSet, platformMigrations } from './platform/db/index.ts'

// In the order in which modules may stand on one another. A module without a folder yet has no line here.
const MODULES = ['identity', 'site', 'concerns'] as const

/** Every migration of this version, in the order they are applied. Names modules by folder, so imports none. */
export const MIGRATIONS: readonly MigrationSet[] = [
  platformMigrations,
  ...MODULES.map((module) => ({ module, dir: new URL(`./modules/${module}/migrations/`, import.meta.url) })),
]
