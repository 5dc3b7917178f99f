import { randomBytes } from 'node:crypto'
import { appendFile, mkdir, rm } from 'node:fs/promises'
import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import { explain } from './explain.ts'
import { readIfThere, renameDurably, writeDurably } from './files.ts'
import type { Place } from './place.ts'
import { run } from './run.ts'

/** PostgreSQL's own superuser. Kith uses it to make databases and roles, never to serve a request. */
export const SUPERUSER = 'postgres'

/** Makes the cluster under another name first, so that one cut off half-way is never mistaken for a whole one. */
export async function initialise(account: Account, binaries: Binaries, place: Place, durable: boolean) {
  await rm(place.unfinished, { recursive: true, force: true })
  await mkdir(place.secrets, { recursive: true, mode: 0o700 })
  if (!(await readIfThere(place.password)))
    await writeDurably(place.password, randomBytes(24).toString('base64url'))
  const made = await run(account, place.dataDir, binaries.initdb, [
    '-D',
    'postgres.unfinished',
    `--username=${SUPERUSER}`,
    '--pwfile=secrets/postgres-superuser',
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    ...(binaries.major >= 17 ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : []),
    '--data-checksums',
    ...(durable ? [] : ['--no-sync']),
  ])
  if (!made.ok) throw explain('make its database', made.output, place)
  await appendFile(
    `${place.unfinished}/postgresql.conf`,
    "\n# Kith's own settings; written again at each start.\ninclude_if_exists = 'kith.conf'\n",
  )
  await renameDurably(place.unfinished, place.cluster)
}
