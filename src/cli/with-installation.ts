import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { OperatorError } from '../kernel/errors.ts'
import { MIGRATIONS } from '../migrations.ts'
import { type Config, loadConfig } from '../platform/config.ts'
import { type Installation, openInstallation, refuseOtherVersion } from '../platform/run/index.ts'
import { note } from './say.ts'

/** Runs a command on a Kith that is there already, running or not, and of this version. Throws OperatorError. */
export async function withInstallation<T>(
  act: (installation: Installation, config: Config) => Promise<T>,
): Promise<T> {
  const config = loadConfig()
  const mark = config.databaseUrl ? join('secrets', 'master-key') : 'postgres'
  if (!existsSync(join(config.data, mark)))
    throw new OperatorError(
      `There is no Kith in ${config.data} yet. Run "kith start" first, or set KITH_DATA to the folder that has one.`,
    )
  const installation = await openInstallation(config, note)
  try {
    await refuseOtherVersion(installation.adminUrl, MIGRATIONS)
    return await act(installation, config)
  } finally {
    await installation.close()
  }
}
