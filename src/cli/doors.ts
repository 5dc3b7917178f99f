import type { Person } from '../kernel/actor.ts'
import { OperatorError } from '../kernel/errors.ts'
import type { PersonId } from '../kernel/ids.ts'
import { findAccountByEmail } from '../modules/identity/index.ts'
import { type Database, openDatabase, type Tx } from '../platform/db/index.ts'
import { type Installation, ownerUrl } from '../platform/run/index.ts'

type Door = keyof Installation['doors'] | 'owner'

/** Runs with one door open, or as the owner, whom row-level security binds too; closed again afterwards. */
export async function through<T>(
  installation: Installation,
  door: Door,
  act: (database: Database) => Promise<T>,
): Promise<T> {
  const url = door === 'owner' ? ownerUrl(installation.adminUrl) : installation.doors[door]
  const database = openDatabase({ url, size: 1 })
  return act(database).finally(() => database.close())
}

/** The account with an email address. Throws OperatorError when there is none. */
export async function accountOf(tx: Tx, email: string): Promise<{ id: PersonId; name: string }> {
  const account = await findAccountByEmail(tx, email.trim().toLowerCase())
  if (!account) throw new OperatorError(`There is no account with the email address ${email}.`)
  return account
}

export const asPerson = ({ id, name }: { id: PersonId; name: string }): Person => ({
  kind: 'person',
  id,
  name,
  roles: [],
})

/** What a use case refused, for whoever runs Kith. */
export const refused = (errors: Readonly<Record<string, string | undefined>>): OperatorError =>
  new OperatorError(`${Object.values(errors).filter(Boolean).join('. ')}.`)
