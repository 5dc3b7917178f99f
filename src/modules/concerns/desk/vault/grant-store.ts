import { sql } from 'kysely'
import type { Actor } from '../../../../kernel/actor.ts'
import type { Instant } from '../../../../kernel/clock.ts'
import { newId, type PersonId } from '../../../../kernel/ids.ts'
import type { Tx } from '../../../../platform/db/index.ts'
import type { Grant, VaultRecipients } from '../../crypto/open-vault.ts'
import type { BreakGlass, Holder } from './domain.ts'

type HolderRow = {
  id: PersonId
  name: string
  keySetAt: Instant | null
  holds: boolean
  until: Instant | null
}

/** Everybody with a safeguarding role, and whether they hold the vault's present generation. */
export async function listHolders(tx: Tx, now: Instant): Promise<Holder[]> {
  const { rows } = await sql<HolderRow>`
    select p.id, p.name, k.set_at as key_set_at, coalesce(bool_or(g.id is not null and g.until is null), false) as holds,
           max(g.until) as until
      from identity.person p
      left join concerns.officer_key k on k.person_id = p.id
      left join concerns.vault_grant g on g.person_id = p.id and g.recipient = k.recipient and g.ended_at is null
        and g.generation = (select max(generation) from concerns.vault_generation)
        and (g.until is null or g.until > ${now}::timestamptz)
     where p.status = 'active' and exists (select 1 from identity.role_grant r where r.person_id = p.id
       and r.role in ('safeguarding-officer', 'safeguarding-lead')
       and r.approved_at is not null and r.ended_at is null)
     group by p.id, p.name, k.set_at order by p.name collate "und-x-icu", p.id`.execute(tx)
  return rows.map(({ id, name, keySetAt, holds, until }) => ({
    id,
    name,
    keySetAt: keySetAt ?? undefined,
    access: holds ? 'holds' : until ? 'for-a-time' : keySetAt ? 'waiting' : 'no-passphrase',
    until: holds ? undefined : (until ?? undefined),
  }))
}

/** Whether somebody was given the present generation for good: who has it for a time gives nobody access. */
export async function holdsForGood(tx: Tx, person: PersonId): Promise<boolean> {
  const { rows } = await sql<{ holds: boolean }>`
    select concerns.holds_generation(${person}::uuid, max(generation)) as holds from concerns.vault_generation`.execute(
    tx,
  )
  return rows[0]?.holds ?? false
}

/** The public half of an officer's key, with the proof that Kith put it there. */
export type PublicKey = { readonly personId: string; readonly recipient: string; readonly proof: Buffer }

/** The public halves of the keys of those who hold the present generation for good. */
export async function listStandingKeys(tx: Tx, generation: number): Promise<PublicKey[]> {
  return tx
    .selectFrom('concerns.vaultGrant as g')
    .innerJoin('concerns.officerKey as k', (join) =>
      join.onRef('k.personId', '=', 'g.personId').onRef('k.recipient', '=', 'g.recipient'),
    )
    .innerJoin('identity.person as p', 'p.id', 'k.personId')
    .where('g.generation', '=', generation)
    .where('g.endedAt', 'is', null)
    .where('g.until', 'is', null)
    .where('p.status', '=', 'active')
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('identity.roleGrant as r')
          .select('r.id')
          .whereRef('r.personId', '=', 'p.id')
          .where('r.role', 'in', ['safeguarding-officer', 'safeguarding-lead'])
          .where('r.approvedAt', 'is not', null)
          .where('r.endedAt', 'is', null),
      ),
    )
    .select(['k.personId', 'k.recipient', 'k.proof'])
    .execute()
}

/** The public halves of some officers' keys; those without one are left out. */
export async function listKeys(tx: Tx, people: readonly PersonId[]): Promise<PublicKey[]> {
  if (people.length === 0) return []
  return tx
    .selectFrom('concerns.officerKey')
    .select(['personId', 'recipient', 'proof'])
    .where('personId', 'in', [...people])
    .execute()
}

export async function saveGeneration(
  tx: Tx,
  to: VaultRecipients,
  proof: Buffer,
  now: Instant,
): Promise<void> {
  const { generation, vault: recipient, recovery } = to
  await tx
    .insertInto('concerns.vaultGeneration')
    .values({ generation, recipient, recovery, proof, createdAt: now })
    .execute()
}

type GrantTo = { personId: string | null; now: Instant; until?: Instant; reason?: string }

/** Saves grants. What somebody has for good already is not given twice. */
export async function saveGrants(tx: Tx, grants: readonly Grant[], to: GrantTo): Promise<void> {
  const rows = grants.map(({ generation, to: recipient, wrapped }) => ({
    id: newId<'vault-grant'>(),
    generation,
    recipient,
    personId: to.personId,
    wrapped,
    grantedAt: to.now,
    until: to.until ?? null,
    reason: to.reason ?? null,
  }))
  await tx
    .insertInto('concerns.vaultGrant')
    .values(rows)
    .onConflict((already) => already.doNothing())
    .execute()
}

type Ending = { people: readonly PersonId[]; by: Actor; now: Instant }

/** Ends whatever grants people have: they open nothing more through Kith. */
export async function endGrants(tx: Tx, { people, by, now }: Ending): Promise<void> {
  if (people.length === 0) return
  await tx
    .updateTable('concerns.vaultGrant')
    .set({ endedBy: idOf(by), endedAt: now })
    .where('personId', 'in', [...people])
    .where('endedAt', 'is', null)
    .execute()
}

type Replacing = { person: PersonId; recipient: string; by: Actor; now: Instant }

/** Ends grants to keys that an officer no longer has, after a forgotten passphrase. */
export async function endReplacedGrants(tx: Tx, { person, recipient, by, now }: Replacing): Promise<void> {
  await tx
    .updateTable('concerns.vaultGrant')
    .set({ endedBy: idOf(by), endedAt: now })
    .where('personId', '=', person)
    .where('recipient', '<>', recipient)
    .where('endedAt', 'is', null)
    .execute()
}

const idOf = (actor: Actor): string | null => (actor.kind === 'person' ? actor.id : null)

/** Break-glass grants that nobody has reviewed, whether they have ended or not. */
export async function listUnreviewed(tx: Tx): Promise<BreakGlass[]> {
  const { rows } = await sql<BreakGlass>`
    select distinct on (g.granted_at, g.person_id) g.id, g.person_id, p.name, g.granted_by as granted_by_id,
           coalesce(b.name, 'the recovery key') as granted_by, g.granted_at, g.until, g.reason
      from concerns.vault_grant g
      join identity.person p on p.id = g.person_id
      left join identity.person b on b.id = g.granted_by
     where g.until is not null and g.reviewed_at is null
     order by g.granted_at, g.person_id, g.generation desc`.execute(tx)
  return rows
}

/** Marks every grant that was made together with this one. False when somebody was first. */
export async function saveReview(tx: Tx, one: BreakGlass, by: PersonId, now: Instant): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('concerns.vaultGrant')
    .set({ reviewedBy: by, reviewedAt: now })
    .where('personId', '=', one.personId)
    .where('grantedAt', '=', one.grantedAt)
    .where('until', 'is not', null)
    .where('reviewedAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
