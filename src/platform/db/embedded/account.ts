import { chown } from 'node:fs/promises'

/** Who runs PostgreSQL, which refuses to run as root. */
export type Account = {
  /** Command words before the tool's own. */
  prefix: string[]
  /** Another account's numbers, for a root that may not make a user namespace. */
  switchTo?: { uid: number; gid: number }
}

/** This process's own account. */
export const OURSELVES: Account = { prefix: [] }

/** Gives a file that we made to the account that runs PostgreSQL. */
export async function give({ switchTo }: Account, path: string): Promise<void> {
  if (switchTo) await chown(path, switchTo.uid, switchTo.gid)
}
