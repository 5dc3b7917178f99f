import { OperatorError } from '../../../kernel/errors.ts'
import type { Binaries } from './binaries.ts'
import type { Place } from './place.ts'

/** PostgreSQL reads only files of its own major version. `found` is what PG_VERSION says. */
export function checkVersion(found: string, { major }: Binaries, { dataDir }: Place): void {
  const kept = Number.parseInt(found, 10)
  if (kept === major) return
  if (Number.isNaN(kept)) throw new OperatorError(`The data folder ${dataDir} is damaged: restore a backup.`)
  throw new OperatorError(
    kept > major
      ? `The data folder ${dataDir} was written by PostgreSQL ${kept}, and this Kith brings ${major}. Use the newer Kith that wrote it, or choose another folder with KITH_DATA.`
      : `The data folder ${dataDir} was written by PostgreSQL ${kept}, and this Kith brings ${major}. Run kith backup with the Kith that wrote it, then kith restore with this one into an empty folder.`,
  )
}
