import { chmod, lstat, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { OperatorError } from '../../../kernel/errors.ts'
import { type Account, OURSELVES } from './account.ts'
import { listAccounts } from './accounts.ts'
import { type Binaries, publicCopy } from './binaries.ts'
import type { Place } from './place.ts'
import { run } from './run.ts'

/** PostgreSQL's programs and who runs them. */
export type Runner = { account: Account; binaries: Binaries }

const isRoot = () => process.getuid?.() === 0

/** The account that runs PostgreSQL for this process, and the programs where that account can reach them. */
export async function chooseRunner(place: Place, binaries: Binaries): Promise<Runner> {
  const owner = await stat(place.cluster).catch(() => undefined)
  if (!isRoot()) {
    if (owner && owner.uid !== process.getuid?.()) throw await foreign(owner.uid, place)
    return { account: OURSELVES, binaries }
  }
  if (!owner || owner.uid === 0) {
    const account = await disguisedRoot()
    const reaches = (await may(account, '-w', place.dataDir)) && (await may(account, '-x', binaries.postgres))
    if (reaches) return { account, binaries }
  }
  return standIn(place, binaries)
}

/**
 * Root as seen from outside, an ordinary account as seen by PostgreSQL: so it reaches a folder that only root may
 * read, and its files stay root's. The number must be in the account list, because initdb looks it up.
 */
async function disguisedRoot(): Promise<Account> {
  const accounts = await listAccounts()
  const { uid, gid } = accounts.find(({ name }) => name === 'daemon') ?? accounts[0] ?? { uid: 1, gid: 1 }
  return { prefix: ['unshare', '--user', `--map-user=${uid}`, `--map-group=${gid}`, '--'] }
}

/** Containers often forbid user namespaces. Then an ordinary account runs PostgreSQL and owns its files. */
async function standIn(place: Place, binaries: Binaries): Promise<Runner> {
  const { mode } = await stat(place.dataDir)
  await chmod(place.dataDir, mode | 0o001) // to pass through; what is Kith's own in there stays private
  for (const { uid, gid } of await candidates(place)) {
    const account: Account = { prefix: [], switchTo: { uid, gid } }
    if (!(await may(account, '-x', place.dataDir))) continue
    const visible = (await may(account, '-x', binaries.postgres)) ? binaries : await publicCopy(binaries)
    if (!visible || !(await may(account, '-x', visible.postgres))) continue
    await takeOver(account, place)
    return { account, binaries: visible }
  }
  throw new OperatorError(
    `PostgreSQL does not run as root, and no other account can reach ${place.dataDir}. ` +
      'Set KITH_DATA to a folder such as /var/lib/kith/data, or run Kith as an ordinary user.',
  )
}

/** Whoever owns the cluster, or the folder around it (a home, say), before the usual accounts of a service. */
async function candidates({ cluster }: Place): Promise<{ uid: number; gid: number }[]> {
  const owners = []
  for (let path = cluster; path !== dirname(path); path = dirname(path)) {
    owners.push(await stat(path).catch(() => undefined))
  }
  const accounts = await listAccounts()
  const usual = ['kith', 'postgres', 'nobody'].map((name) =>
    accounts.find((account) => account.name === name),
  )
  return [...owners, ...usual].filter((each) => each !== undefined).filter(({ uid }) => uid !== 0)
}

/** Root may have run PostgreSQL in a namespace before: the cluster changes hands, all of it. */
async function takeOver(account: Account, place: Place): Promise<void> {
  const owner = await lstat(place.cluster).catch(() => undefined)
  if (!owner || !account.switchTo || owner.uid === account.switchTo.uid) return
  const { uid, gid } = account.switchTo
  await run(OURSELVES, place.dataDir, 'chown', ['-R', `${uid}:${gid}`, 'postgres'])
}

/** Asks the system, as this account: `right` is -x to run a program or pass a folder, -w to write. */
async function may(account: Account, right: '-x' | '-w', path: string): Promise<boolean> {
  const answer = await run(account, '/', '/bin/sh', ['-c', 'test "$0" "$1"', right, path]).catch(
    () => undefined,
  )
  return answer?.ok === true
}

async function foreign(uid: number, { cluster, dataDir }: Place): Promise<OperatorError> {
  const name =
    (await listAccounts()).find((account) => account.uid === uid)?.name ??
    (uid === 0 ? 'root' : `number ${uid}`)
  return new OperatorError(
    `The database in ${cluster} belongs to the account ${name}. Run Kith as ${name}, ` +
      `or give the folder ${dataDir} and all in it to the account that runs Kith, or choose another with KITH_DATA.`,
  )
}
