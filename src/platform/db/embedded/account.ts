import { readFile } from 'node:fs/promises'

/** Who runs PostgreSQL, which refuses to run as root. */
export type Account = {
  /** Command words before the tool's own. */
  prefix: string[]
  /** Another account's numbers, for a root that may not make a user namespace. */
  switchTo?: { uid: number; gid: number }
}

export const OURSELVES: Account = { prefix: [] }

/**
 * Root as seen from outside, an ordinary account as seen by PostgreSQL: so it reaches a folder that only root may
 * read, and its files stay root's. The number must be in the account list, because initdb looks it up.
 */
export async function disguisedRoot(): Promise<Account> {
  const { uid, gid } = await someOrdinaryAccount()
  return { prefix: ['unshare', '--user', `--map-user=${uid}`, `--map-group=${gid}`, '--'] }
}

/** The account that runs PostgreSQL for this process. */
export async function chooseAccount(): Promise<Account> {
  return process.getuid?.() === 0 ? disguisedRoot() : OURSELVES
}

async function someOrdinaryAccount(): Promise<{ uid: number; gid: number }> {
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'))
  const accounts = lines.map(([name, , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
  const ordinary = accounts.filter(({ uid, gid }) => uid > 0 && gid > 0)
  return ordinary.find(({ name }) => name === 'daemon') ?? ordinary[0] ?? { uid: 1, gid: 1 }
}
