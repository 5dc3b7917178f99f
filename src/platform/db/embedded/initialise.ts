import { randomBytes } from 'node:crypto'
import { appendFile, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { give } from './account.ts'
import { explain } from './explain.ts'
import { readIfThere, renameDurably, writeDurably } from './files.ts'
import type { Place } from './place.ts'
import { run } from './run.ts'
import type { Runner } from './runner.ts'

/** PostgreSQL's own superuser. Kith uses it to make databases and roles, never to serve a request. */
export const SUPERUSER = 'postgres'

/** Makes the cluster under another name first, so that one cut off half-way is never mistaken for a whole one. */
export async function initialise(runner: Runner, place: Place, durable: boolean): Promise<void> {
  await rm(place.unfinished, { recursive: true, force: true })
  for (const folder of [place.unfinished, join(place.unfinished, 'cluster')]) {
    await mkdir(folder, { mode: 0o700 })
    await give(runner.account, folder)
  }
  const passwordFile = join(place.unfinished, 'password')
  await writeFile(passwordFile, await superPassword(place), { mode: 0o600 })
  await give(runner.account, passwordFile)
  await initdb(runner, place, durable)
  await appendFile(join(place.unfinished, 'cluster', 'postgresql.conf'), INCLUDE)
  await renameDurably(join(place.unfinished, 'cluster'), place.cluster)
  await rm(place.unfinished, { recursive: true })
}

const INCLUDE =
  "\n# Kith's own settings, written anew when it starts PostgreSQL.\ninclude_if_exists = 'kith.conf'\n"

async function superPassword(place: Place): Promise<string> {
  await mkdir(place.secrets, { recursive: true, mode: 0o700 })
  const known = await readIfThere(place.password)
  if (known) return known
  const made = randomBytes(24).toString('base64url')
  await writeDurably(place.password, made)
  return made
}

async function initdb({ account, binaries }: Runner, place: Place, durable: boolean): Promise<void> {
  const made = await run(account, place.unfinished, binaries.initdb, [
    '-D',
    'cluster',
    `--username=${SUPERUSER}`,
    '--pwfile=password',
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    // From 17 on PostgreSQL has rules of its own for letters beyond A to Z, the same on every machine.
    ...(binaries.major >= 17 ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : []),
    '--data-checksums',
    ...(durable ? [] : ['--no-sync']),
  ])
  if (!made.ok) throw explain('make its database', made.output, place)
}
