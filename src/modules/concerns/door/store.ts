import { sql } from 'kysely'
import { type Instant, Temporal } from '../../../kernel/clock.ts'
import type { Tx } from '../../../platform/db/index.ts'
import type { VaultRecipients } from '../crypto/open-vault.ts'
import { isProven, type Proofs } from '../crypto/proof.ts'
import { BURST_OVER, type State } from './domain.ts'

// This door's role has no privilege on any table of the vault: all it can do is call these four functions.

/** To whom concerns are sealed, and whether any may come in. Without recipients there is no vault that we trust. */
export type Door = { readonly open: boolean; readonly recipients?: VaultRecipients }

type Row = VaultRecipients & { readonly isOpen: boolean; readonly proof: Buffer }

/** Reads whether the door is open, at a moment. A key that Kith did not put there closes it. */
export async function readDoor(tx: Tx, proofs: Proofs, at: Instant): Promise<Door> {
  const { rows } = await sql<Row>`
    select * from concerns.door(${at}::timestamptz)`.execute(tx)
  const [row] = rows
  if (!row) return { open: false }
  const { isOpen, proof, ...recipients } = row
  if (!isProven(proofs.generation(recipients), proof)) return { open: false }
  return { open: isOpen, recipients }
}

/** What the data protection officer promises of concerns: who reads them and how long they are kept. */
export type Promises = {
  readonly recipients: string
  readonly reviewAfter: Temporal.Duration
  readonly deleteAfter: Temporal.Duration
}

/** Undefined until everything is set. */
export async function findPromises(tx: Tx): Promise<Promises | undefined> {
  const { rows } = await sql<{ recipients: string; review: string; remove: string }>`
    select recipients, ${period(sql.ref('review_after'))} as review, ${period(sql.ref('delete_after'))} as remove
      from kith.record_kind where kind = 'concerns' and recipients is not null
       and review_after is not null and delete_after is not null`.execute(tx)
  const [row] = rows
  if (!row) return undefined
  return {
    recipients: row.recipients,
    reviewAfter: Temporal.Duration.from(row.review),
    deleteAfter: Temporal.Duration.from(row.remove),
  }
}

/** An interval in ISO 8601, which Temporal reads, whatever the server's style is. */
const period = (column: ReturnType<typeof sql.ref>) =>
  sql`format('P%sY%sM%sD', extract(year from ${column}), extract(month from ${column}), extract(day from ${column}))`

export type NewConcern = {
  readonly id: string
  readonly ref: string
  readonly dangerNow: boolean
  readonly body: Buffer
  /** To whom the body is sealed. */
  readonly to: VaultRecipients
  readonly receiptHash: Buffer | null
  readonly receiptRecipient: string | null
  readonly sendHash: Buffer
  readonly at: Instant
  readonly acknowledgeBy: Instant
}
/** 'stale': it is sealed to other keys than the present ones, and was not stored. */
export type Taken = 'new' | 'again' | 'changed' | 'closed' | 'stale'

/** Puts a concern in. The database answers only whether it took it. */
export async function addConcern(tx: Tx, concern: NewConcern): Promise<Taken> {
  const { generation, vault, recovery } = concern.to
  const { rows } = await sql<{ taken: Taken }>`
    select concerns.receive(${concern.id}::uuid, ${concern.ref}, ${concern.dangerNow}, ${concern.body},
      ${generation}::integer, ${vault}, ${recovery}, ${concern.receiptHash}, ${concern.receiptRecipient}, ${concern.sendHash},
      ${concern.at}::timestamptz, ${concern.acknowledgeBy}::timestamptz, ${BURST_OVER}::integer) as taken`.execute(
    tx,
  )
  return rows[0]?.taken ?? 'closed'
}

/** What a receipt opens, its messages still sealed. */
export type Sealed = {
  readonly state: State
  readonly receivedAt: Instant
  readonly acknowledgeBy: Instant
  readonly receiptUntil: Instant
  readonly bodies: readonly Buffer[]
  readonly fromResident: readonly boolean[]
  readonly sentAt: readonly string[]
}

/** Undefined for a receipt that is wrong, unknown or expired: the database does the same work for each. */
export async function findByReceipt(tx: Tx, hash: Buffer, at: Instant): Promise<Sealed | undefined> {
  const { rows } = await sql<Sealed>`
    select state, received_at, acknowledge_by, receipt_until, bodies, from_resident,
           array(select to_char(s at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') from unnest(sent_at) s) as sent_at
      from concerns.receipt(${hash}, ${at}::timestamptz)`.execute(tx)
  return rows[0]
}

export type NewMessage = {
  readonly id: string
  readonly receiptHash: Buffer
  readonly body: Buffer
  readonly sendHash: Buffer
  readonly at: Instant
}

/** Adds a message to the concern of a receipt; false when there is none. */
export async function addMessage(tx: Tx, message: NewMessage): Promise<boolean> {
  const { rows } = await sql<{ added: boolean }>`
    select concerns.add_message(${message.id}::uuid, ${message.receiptHash}, ${message.body}, ${message.sendHash},
      ${message.at}::timestamptz) as added`.execute(tx)
  return rows[0]?.added ?? false
}
