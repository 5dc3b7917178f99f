import type { Person } from '../../../kernel/actor.ts'
import type { PersonId } from '../../../kernel/ids.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { findOpenInvitation, type OpenInvitation } from '../invitation/store.ts'
import type { LogEntry } from '../log/domain.ts'
import { listHistory } from '../log/store.ts'
import { can } from '../permissions.ts'
import type { Account, Grant } from './domain.ts'
import { getAccount, listGrants, personNames } from './store.ts'

/** Everything that the page of a person shows. */
export type PersonView = {
  readonly officer: Person
  readonly account: Account
  readonly grants: readonly Grant[]
  readonly invitation: OpenInvitation | undefined
  readonly history: readonly LogEntry[]
  readonly names: ReadonlyMap<string, string>
}

/** History and links are read only for whoever may agree to them. */
export async function readPerson(tx: Tx, officer: Person, id: PersonId): Promise<PersonView> {
  const account = await getAccount(tx, id)
  const grants = await listGrants(tx, id)
  const close = can(officer, 'people.approve')
  const invitation = close ? await findOpenInvitation(tx, id) : undefined
  const history = close ? await listHistory(tx, id) : []
  const people = [
    ...grants.flatMap((g) => [g.proposedBy, g.approvedBy]),
    ...history.map((entry) => entry.actorId),
  ]
  const names = await personNames(tx, [...people, invitation?.proposedBy ?? null])
  return { officer, account, grants, invitation, history, names }
}
