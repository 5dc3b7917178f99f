import { sql } from 'kysely'
import type { Person } from '../../../../kernel/actor.ts'
import type { Instant } from '../../../../kernel/clock.ts'
import { NotFound } from '../../../../kernel/errors.ts'
import { isId, type PersonId } from '../../../../kernel/ids.ts'
import { vaultAudit } from '../../../../platform/audit/index.ts'
import type { Tx } from '../../../../platform/db/index.ts'
import type { Concern } from './domain.ts'

/** What is in clear of a concern. Row-level security hides what an officer stepped back from, as if it were not. */
export async function getConcern(tx: Tx, id: string): Promise<Concern> {
  return (await getSealed(tx, id)).concern
}

export type Sealed = { readonly concern: Concern; readonly body: Buffer }

/** For pages: reading a concern is itself an act, and is logged. */
export async function readSealed(tx: Tx, person: Person, id: string): Promise<Sealed> {
  const sealed = await getSealed(tx, id)
  await vaultAudit(tx, person, 'concern.read', id, { ref: sealed.concern.ref })
  return sealed
}

async function getSealed(tx: Tx, id: string): Promise<Sealed> {
  const row = isId(id)
    ? await tx
        .selectFrom('concerns.concern as c')
        .leftJoin('identity.person as p', 'p.id', 'c.assignedTo')
        .select([
          'c.id',
          'c.ref',
          'c.version',
          'c.status',
          'c.channel',
          'c.dangerNow',
          'c.burst',
          'c.receivedAt',
        ])
        .select([
          'c.acknowledgeBy',
          'c.acknowledgedAt',
          'c.checkBy',
          'c.recordedBy',
          'c.assignedTo',
          'c.told',
        ])
        .select(['c.receiptRecipient', 'c.receiptUntil', 'c.body', 'p.name as assigned'])
        .where('c.id', '=', id)
        .executeTakeFirst()
    : undefined
  if (!row) throw new NotFound('concern')
  const { body, ...concern } = row
  return { body, concern: concern as Concern }
}

type Changes = Partial<{
  status: Concern['status']
  assignedTo: PersonId | null
  told: string
  checkBy: Instant | null
  acknowledgedAt: Instant
}>

/** Changes a concern that is still at this version. False when somebody else was first. */
export async function updateConcern(tx: Tx, id: string, version: number, changes: Changes): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('concerns.concern')
    .set({ ...changes, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Stops the acknowledgement clock. False when it had stopped. No version: nobody's edit is overwritten by it. */
export async function saveAcknowledged(tx: Tx, id: string, now: Instant): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('concerns.concern')
    .set({ acknowledgedAt: now })
    .where('id', '=', id)
    .where('acknowledgedAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Stops the clock of an urgent hand-over that has been checked. No version, as above. */
export async function stopCheckClock(tx: Tx, id: string): Promise<void> {
  await tx.updateTable('concerns.concern').set({ checkBy: null }).where('id', '=', id).execute()
}

/** Officers to whom a concern can be given: those who work with concerns and have not stepped back from it. */
export async function listOfficers(tx: Tx, concernId: string): Promise<{ id: PersonId; name: string }[]> {
  const { rows } = await sql<{ id: PersonId; name: string }>`
    select p.id, p.name from identity.person p
     where p.status = 'active'
       and exists (select 1 from identity.role_grant r where r.person_id = p.id
         and r.role in ('safeguarding-officer', 'safeguarding-lead')
         and r.approved_at is not null and r.ended_at is null)
       and not exists (select 1 from concerns.withdrawal w
         where w.concern_id = ${concernId}::uuid and w.person_id = p.id)
     order by p.name collate "und-x-icu", p.id`.execute(tx)
  return rows
}

type NewMessage = { id: string; concernId: string; body: Buffer; by: PersonId; now: Instant }

/** Saves a reply, once. False when this very reply was saved before. */
export async function saveReply(tx: Tx, { id, concernId, body, by, now }: NewMessage): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('concerns.message')
    .values({ id, concernId, direction: 'to-resident', body, sentBy: by, sentAt: now })
    .onConflict((already) => already.column('id').doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

type NewNote = { id: string; concernId: string; body: Buffer; now: Instant }

/** Saves a note, once. False when this very note was saved before. */
export async function saveNote(tx: Tx, { id, concernId, body, now }: NewNote): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('concerns.note')
    .values({ id, concernId, body, writtenAt: now })
    .onConflict((already) => already.column('id').doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Whether this officer stepped back from a concern that they can no longer see. */
export async function hasWithdrawn(tx: Tx, id: string, person: PersonId): Promise<boolean> {
  if (!isId(id)) return false
  const row = await tx
    .selectFrom('concerns.withdrawal')
    .select('personId')
    .where('concernId', '=', id)
    .where('personId', '=', person)
    .executeTakeFirst()
  return row !== undefined
}

export async function saveWithdrawal(tx: Tx, id: string, reason: Buffer, now: Instant): Promise<void> {
  await tx.insertInto('concerns.withdrawal').values({ concernId: id, reason, at: now }).execute()
}
