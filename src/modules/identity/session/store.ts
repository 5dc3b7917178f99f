import { sql } from 'kysely'
import type { Person, Role } from '../../../kernel/actor.ts'
import type { Instant } from '../../../kernel/clock.ts'
import type { PersonId } from '../../../kernel/ids.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { IDLE_MINUTES, LONGEST_HOURS } from './domain.ts'

type Row = { personId: PersonId; name: string; roles: Role[] }

/** The person of a live session, with the roles they hold now; undefined when it ended, idled out or never was. */
export async function findSession(tx: Tx, hash: Buffer, now: Instant): Promise<Person | undefined> {
  const at = now.toString()
  const { rows } = await sql<Row>`select person_id, name, roles
    from identity.resume_session(${hash}, ${at}::timestamptz, ${`${IDLE_MINUTES} minutes`}::interval, ${`${LONGEST_HOURS} hours`}::interval)`.execute(
    tx,
  )
  const row = rows[0]
  return row && { kind: 'person', id: row.personId, name: row.name, roles: row.roles }
}

/** Begins a session for somebody whose password and code were right. */
export async function beginSession(tx: Tx, hash: Buffer, person: PersonId, now: Instant): Promise<void> {
  await sql`select identity.begin_session(${hash}, ${person}, ${now.toString()}::timestamptz)`.execute(tx)
}

export async function endSession(tx: Tx, hash: Buffer, now: Instant): Promise<void> {
  await sql`select identity.end_session(${hash}, ${now.toString()}::timestamptz)`.execute(tx)
}

/** Whose session a cookie was, even when it has idled out or ended. */
export async function personOfSession(tx: Tx, hash: Buffer): Promise<PersonId | undefined> {
  const { rows } = await sql<{
    id: PersonId | null
  }>`select identity.person_of_session(${hash}) as id`.execute(tx)
  return rows[0]?.id ?? undefined
}

/** Which of their sessions this is, for the page that lists them. */
export async function sessionId(tx: Tx, hash: Buffer): Promise<string | undefined> {
  const { rows } = await sql<{ id: string | null }>`select identity.session_id(${hash}) as id`.execute(tx)
  return rows[0]?.id ?? undefined
}
