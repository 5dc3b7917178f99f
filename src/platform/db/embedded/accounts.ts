import { readIfThere } from './files.ts'

export type ListedAccount = { name: string; uid: number; gid: number }

/** The machine's accounts but root. */
export async function listAccounts(): Promise<ListedAccount[]> {
  const lines = ((await readIfThere('/etc/passwd')) ?? '').split('\n').map((line) => line.split(':'))
  return lines
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ uid, gid }) => uid > 0 && gid > 0)
}
