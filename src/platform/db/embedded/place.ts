import { join } from 'node:path'

/** Where the parts of an embedded server are kept. */
export type Place = ReturnType<typeof placeIn>

/** The paths under a data folder. Tools run inside that folder by short names, so that no path needs quoting. */
export const placeIn = (dataDir: string) => ({
  dataDir,
  /** What PostgreSQL calls PGDATA. */
  cluster: join(dataDir, 'postgres'),
  /** Beginning of the names of folders in which a cluster is being made. */
  unfinished: join(dataDir, 'postgres.unfinished-'),
  log: join(dataDir, 'postgres.log'),
  secrets: join(dataDir, 'secrets'),
  password: join(dataDir, 'secrets', 'postgres-superuser'),
  pidFile: join(dataDir, 'postgres', 'postmaster.pid'),
  settings: join(dataDir, 'postgres', 'kith.conf'),
})
