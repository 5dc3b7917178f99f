import { sql } from 'kysely'
import type { Role } from '../../../kernel/actor.ts'
import type { Instant } from '../../../kernel/clock.ts'
import { NotFound } from '../../../kernel/errors.ts'
import type { PersonId } from '../../../kernel/ids.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { type Account, type Grant, type Listed, PAGE_SIZE, type Status } from './domain.ts'

const COLUMNS = ['id', 'name', 'email', 'status', 'version'] as const
const pattern = (search: string): string => `%${search.replace(/[\\%_]/g, '\\$&')}%`

const WAITS = sql<boolean>`exists (select 1 from identity.role_grant g
    where g.person_id = person.id and g.approved_at is null and g.ended_at is null)
  or exists (select 1 from identity.invitation i
    where i.person_id = person.id and i.expires_at is null and i.ended_at is null)`

function matching(tx: Tx, search: string, waiting: boolean) {
  const everybody = tx.selectFrom('identity.person')
  const all = waiting ? everybody.where(WAITS) : everybody
  if (search === '') return all
  const like = pattern(search)
  return all.where((eb) => eb.or([eb('name', 'ilike', like), eb('email', 'ilike', like)]))
}

/** One page of accounts by name, and how many there are; `waiting`: those that need a second person. */
export async function listAccounts(tx: Tx, search: string, waiting: boolean, page: number) {
  const rows = await matching(tx, search, waiting)
    .select([...COLUMNS])
    .select([rolesOf(true).as('roles'), rolesOf(false).as('waiting')])
    .orderBy(sql`name collate "en-GB-x-icu"`)
    .orderBy('id')
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE)
    .execute()
  const { total } = await matching(tx, search, waiting)
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return { people: rows as unknown as Listed[], total }
}

const rolesOf = (agreed: boolean) => sql<Role[]>`array(select g.role from identity.role_grant g
  where g.person_id = person.id and g.ended_at is null and (g.approved_at is not null) = ${agreed} order by g.role)`

/** Throws NotFound when there is no such account. */
export async function getAccount(tx: Tx, id: PersonId): Promise<Account> {
  const row = await tx
    .selectFrom('identity.person')
    .select([...COLUMNS])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new NotFound('person')
  return { ...row, id, status: row.status as Status }
}

export async function findAccountByEmail(tx: Tx, email: string): Promise<Account | undefined> {
  const row = await tx
    .selectFrom('identity.person')
    .select([...COLUMNS])
    .where('email', '=', email)
    .executeTakeFirst()
  return row && { ...row, id: row.id as PersonId, status: row.status as Status }
}

/** Every role that somebody has had, the latest first. */
export async function listGrants(tx: Tx, person: PersonId): Promise<Grant[]> {
  const rows = await tx
    .selectFrom('identity.roleGrant')
    .select(['id', 'role', 'proposedBy', 'proposedAt', 'approvedBy', 'approvedAt', 'endedAt'])
    .where('personId', '=', person)
    .orderBy('proposedAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows as Grant[]
}

/** Makes other changes of people wait until this transaction ends. The row's version; undefined if there is none. */
export async function holdPerson(tx: Tx, id: PersonId): Promise<number | undefined> {
  const { rows } = await sql<{
    version: number | null
  }>`select identity.hold_person(${id}) as version`.execute(tx)
  return rows[0]?.version ?? undefined
}

export async function countActiveAdministrators(tx: Tx): Promise<number> {
  const { rows } = await sql<{ many: number }>`select identity.active_administrators() as many`.execute(tx)
  return rows[0]?.many ?? 0
}

export async function insertPerson(
  tx: Tx,
  person: { id: PersonId; email: string; name: string; createdAt: Instant },
) {
  await tx.insertInto('identity.person').values(person).execute()
}

export async function renamePerson(tx: Tx, { id, version }: Account, name: string): Promise<void> {
  await tx
    .updateTable('identity.person')
    .set({ name, version: version + 1 })
    .where('id', '=', id)
    .execute()
}

export async function setStatus(tx: Tx, { id, version }: Account, status: Status): Promise<void> {
  await tx
    .updateTable('identity.person')
    .set({ status, version: version + 1 })
    .where('id', '=', id)
    .execute()
}

export type NewGrant = Pick<Grant, 'id' | 'role' | 'proposedBy' | 'proposedAt' | 'approvedBy' | 'approvedAt'>

export async function insertGrant(tx: Tx, person: PersonId, grant: NewGrant): Promise<void> {
  await tx
    .insertInto('identity.roleGrant')
    .values({ ...grant, personId: person })
    .execute()
}

/** Agrees to a role. The database refuses whoever proposed it. */
export async function approveGrant(tx: Tx, id: string, by: PersonId, at: Instant): Promise<void> {
  await tx
    .updateTable('identity.roleGrant')
    .set({ approvedBy: by, approvedAt: at })
    .where('id', '=', id)
    .execute()
}

export async function endGrants(tx: Tx, ids: readonly string[], by: PersonId, at: Instant): Promise<void> {
  if (ids.length === 0) return
  await tx
    .updateTable('identity.roleGrant')
    .set({ endedBy: by, endedAt: at })
    .where('id', 'in', ids)
    .execute()
}

/** Names by identifier, for pages that say who did what. */
export async function personNames(
  tx: Tx,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  if (wanted.length === 0) return new Map()
  const rows = await tx
    .selectFrom('identity.person')
    .select(['id', 'name'])
    .where('id', 'in', wanted)
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** How many roles and links wait for a second person who could be this officer. */
export async function countWaiting(tx: Tx, me: PersonId): Promise<number> {
  const roles = await tx
    .selectFrom('identity.roleGrant as g')
    .innerJoin('identity.person as p', 'p.id', 'g.personId')
    .select((eb) => eb.fn.countAll<number>().as('many'))
    .where('g.approvedAt', 'is', null)
    .where('g.endedAt', 'is', null)
    .where('g.personId', '!=', me)
    .where('p.status', '=', 'active')
    .where(sql<boolean>`g.proposed_by is distinct from ${me}`)
    .executeTakeFirstOrThrow()
  const links = await tx
    .selectFrom('identity.invitation')
    .select((eb) => eb.fn.countAll<number>().as('many'))
    .where('expiresAt', 'is', null)
    .where('endedAt', 'is', null)
    .where('personId', '!=', me)
    .where(sql<boolean>`proposed_by is distinct from ${me}`)
    .executeTakeFirstOrThrow()
  return roles.many + links.many
}
