import { sql } from 'kysely'
import type { Instant } from '../../../../kernel/clock.ts'
import { OperatorError } from '../../../../kernel/errors.ts'
import type { PersonId } from '../../../../kernel/ids.ts'
import type { Tx } from '../../../../platform/db/index.ts'
import type { Grant, VaultRecipients } from '../../crypto/open-vault.ts'
import type { PersonalKey } from '../../crypto/personal-key.ts'
import { isProven, type Proofs } from '../../crypto/proof.ts'
import { IDLE, type VaultRow } from './domain.ts'

type Row = {
  generation: number | null
  recipient: string | null
  recovery: string | null
  proof: Buffer | null
  sealed: Buffer | null
  lastUsedAt: Instant | null
  isPresent: boolean | null
  hasKey: boolean
  granted: boolean
}

/** The vault as one officer in one session finds it, in one statement. */
export async function readVault(
  tx: Tx,
  sessionHash: Buffer,
  proofs: Proofs,
  now: Instant,
): Promise<VaultRow> {
  const { rows } = await sql<Row>`
    select v.generation, v.recipient, v.recovery, v.proof, s.sealed, s.last_used_at,
           s.opened_at >= v.created_at as is_present, k.person_id is not null as has_key,
           exists (select 1 from concerns.vault_grant g where g.person_id = k.person_id
             and g.recipient = k.recipient and g.generation = v.generation and g.ended_at is null
             and (g.until is null or g.until > ${now}::timestamptz)) as granted
      from (select kith.actor_id() as id) me
      left join lateral (select * from concerns.vault_generation order by generation desc limit 1) v on true
      left join concerns.officer_key k on k.person_id = me.id
      left join concerns.vault_session s on s.session_hash = ${sessionHash} and s.person_id = me.id`.execute(
    tx,
  )
  const row = rows[0]
  if (!row) throw new Error('one row was asked for')
  const present = recipientsOf(row)
  const proven = present && row.proof && isProven(proofs.generation(present), row.proof)
  return {
    recipients: proven ? present : undefined,
    isForged: present !== undefined && !proven,
    hasKey: row.hasKey,
    granted: row.granted,
    sealed: row.sealed?.toString('utf8'),
    lastUsedAt: row.lastUsedAt ?? undefined,
    isPresent: row.isPresent ?? false,
  }
}

function recipientsOf({ generation, recipient, recovery }: Row): VaultRecipients | undefined {
  if (generation === null || recipient === null || recovery === null) return undefined
  return { generation, vault: recipient, recovery }
}

/**
 * The recipients that content is sealed to now; undefined when the vault has not been made. Throws OperatorError when
 * what is in the database was not put there by Kith.
 */
export async function findRecipients(tx: Tx, proofs: Proofs): Promise<VaultRecipients | undefined> {
  const row = await tx
    .selectFrom('concerns.vaultGeneration')
    .select(['generation', 'recipient as vault', 'recovery', 'proof'])
    .orderBy('generation', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return undefined
  const { proof, ...recipients } = row
  if (!isProven(proofs.generation(recipients), proof)) throw new OperatorError(FORGED)
  return recipients
}

const FORGED =
  'The vault’s key in the database is not one that this Kith made. Somebody may have changed the database: nothing is sealed to that key. Restore a backup from before.'

/** An officer's key as it is kept, with the proof that Kith put it there. */
export type KeptKey = PersonalKey & { readonly proof: Buffer }

export async function findKey(tx: Tx, person: PersonId): Promise<KeptKey | undefined> {
  return tx
    .selectFrom('concerns.officerKey')
    .select(['recipient', 'wrapped', 'proof'])
    .where('personId', '=', person)
    .executeTakeFirst()
}

/** A first key, or another in its place: grants to the one before no longer open anything. */
export async function saveKey(tx: Tx, person: PersonId, key: KeptKey, now: Instant): Promise<void> {
  const { recipient, wrapped, proof } = key
  await tx
    .insertInto('concerns.officerKey')
    .values({ personId: person, recipient, wrapped, proof, setAt: now })
    .onConflict((already) =>
      already.column('personId').doUpdateSet((eb) => ({
        recipient,
        wrapped,
        proof,
        setAt: now,
        version: eb('concerns.officerKey.version', '+', 1),
      })),
    )
    .execute()
}

/** The grants that open something now. */
export async function listGrants(tx: Tx, recipient: string, now: Instant): Promise<Grant[]> {
  return tx
    .selectFrom('concerns.vaultGrant')
    .select(['generation', 'recipient as to', 'wrapped'])
    .where('recipient', '=', recipient)
    .where('endedAt', 'is', null)
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>', now)]))
    .execute()
}

/** Counts a try before it is made, so that tries at the same time count too. */
export async function countTry(tx: Tx, person: PersonId, now: Instant, windowStart: Instant) {
  const { rows } = await sql<{ tries: number; since: Instant }>`
    insert into concerns.unlock_attempt as a (person_id, tries, since) values (${person}, 1, ${now}::timestamptz)
    on conflict (person_id) do update set
      tries = case when a.since < ${windowStart}::timestamptz then 1 else a.tries + 1 end,
      since = case when a.since < ${windowStart}::timestamptz then ${now}::timestamptz else a.since end
    returning tries, since`.execute(tx)
  const row = rows[0]
  if (!row) throw new Error('one row was asked for')
  return row
}

export async function clearTries(tx: Tx, person: PersonId): Promise<void> {
  await tx.updateTable('concerns.unlockAttempt').set({ tries: 0 }).where('personId', '=', person).execute()
}

type NewSession = { sessionHash: Buffer; personId: PersonId; sealed: string; now: Instant }

export async function saveSession(tx: Tx, { sessionHash, personId, sealed, now }: NewSession): Promise<void> {
  await endSession(tx, sessionHash)
  await endIdleSessionsOf(tx, personId, now)
  const row = { sessionHash, personId, sealed: Buffer.from(sealed), openedAt: now, lastUsedAt: now }
  await tx.insertInto('concerns.vaultSession').values(row).execute()
}

/** What idled out opens nothing through Kith; with an old cookie and a copy of the database it would still. */
async function endIdleSessionsOf(tx: Tx, person: PersonId, now: Instant): Promise<void> {
  await tx
    .deleteFrom('concerns.vaultSession')
    .where('personId', '=', person)
    .where('lastUsedAt', '<=', now.subtract(IDLE))
    .execute()
}

/** Locks the vault of one session. */
export async function endSession(tx: Tx, sessionHash: Buffer): Promise<boolean> {
  const result = await tx
    .deleteFrom('concerns.vaultSession')
    .where('sessionHash', '=', sessionHash)
    .executeTakeFirst()
  return result.numDeletedRows > 0n
}

/** Locks every vault that an officer has open, in whatever browser. */
export async function endSessionsOf(tx: Tx, person: PersonId): Promise<void> {
  await tx.deleteFrom('concerns.vaultSession').where('personId', '=', person).execute()
}

export async function touchSession(tx: Tx, sessionHash: Buffer, now: Instant): Promise<void> {
  await tx
    .updateTable('concerns.vaultSession')
    .set({ lastUsedAt: now })
    .where('sessionHash', '=', sessionHash)
    .execute()
}
