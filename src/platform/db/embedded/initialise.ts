import { randomBytes } from 'node:crypto'
import { appendFile, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
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
  await removeUnfinished(place)
  const folder = await mkdtemp(place.unfinished)
  const cluster = join(folder, 'cluster')
  const passwordFile = join(folder, 'password')
  await mkdir(cluster, { mode: 0o700 })
  await writeFile(passwordFile, await superPassword(place), { mode: 0o600 })
  for (const path of [folder, cluster, passwordFile]) await give(runner.account, path)
  try {
    await initdb(runner, place, folder, durable)
    await appendFile(join(cluster, 'postgresql.conf'), INCLUDE)
    await renameDurably(cluster, place.cluster)
  } finally {
    await removeUnfinished(place)
  }
}

/** As far as it goes: the initdb of a Kith that was killed may still be writing there. The next start tries again. */
async function removeUnfinished({ dataDir, unfinished }: Place): Promise<void> {
  const names = (await readdir(dataDir)).filter((name) => name.startsWith(basename(unfinished)))
  for (const name of names)
    await rm(join(dataDir, name), { recursive: true, force: true }).catch(() => undefined)
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

async function initdb(
  { account, binaries }: Runner,
  place: Place,
  folder: string,
  durable: boolean,
): Promise<void> {
  const made = await run(account, folder, binaries.initdb, [
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
