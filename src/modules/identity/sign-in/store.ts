import { sql } from 'kysely'
import type { Instant } from '../../../kernel/clock.ts'
import type { PersonId } from '../../../kernel/ids.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { FORGET } from './domain.ts'

export type Credential = {
  readonly personId: PersonId
  readonly passwordHash: string
  readonly version: number
  /** Whether the device cookie belongs to a browser that has signed in to this account before. */
  readonly knownDevice: boolean
}

export type SecondFactor = {
  readonly email: string
  readonly name: string
  readonly passwordHash: string
  /** Sealed. */
  readonly totpSecret: string
  readonly lastCounter: number
  readonly version: number
  readonly codesLeft: number
}

/** How an active person signs in; undefined for anybody else. */
export async function findCredential(tx: Tx, email: string, device: Buffer | null, now: Instant) {
  const found = await sql<Credential>`select person_id, password_hash, version, known_device
    from identity.find_credential(${email}, ${device}::bytea, ${now}::timestamptz)`.execute(tx)
  return found.rows[0]
}

export async function findSecondFactor(tx: Tx, person: PersonId): Promise<SecondFactor | undefined> {
  const found =
    await sql<SecondFactor>`select email, name, password_hash, totp_secret, last_counter, version, codes_left
    from identity.second_factor(${person})`.execute(tx)
  return found.rows[0]
}

/** Counts a guess. Undefined: go on. Otherwise when the lane opens again. */
export async function takeGuess(tx: Tx, lane: Buffer, waits: readonly number[], now: Instant) {
  const { rows } = await sql<{
    opens: Instant | null
  }>`select identity.take_guess(${lane}, ${now}::timestamptz,
    ${[...waits]}::integer[], ${FORGET}::interval) as opens`.execute(tx)
  return rows[0]?.opens ?? undefined
}

export async function returnGuess(tx: Tx, lane: Buffer, now: Instant): Promise<void> {
  await sql`select identity.return_guess(${lane}, ${now}::timestamptz)`.execute(tx)
}

export async function forgetGuesses(tx: Tx, lanes: readonly Buffer[]): Promise<void> {
  await sql`select identity.forget_guesses(${[...lanes]}::bytea[])`.execute(tx)
}

const isTrue = async (query: Promise<{ rows: { yes: boolean }[] }>): Promise<boolean> =>
  (await query).rows[0]?.yes === true

/** Uses a code's time step; false when it, or a later one, was used before. */
export const spendStep = (tx: Tx, person: PersonId, step: number): Promise<boolean> =>
  isTrue(sql<{ yes: boolean }>`select identity.use_counter(${person}, ${step}::bigint) as yes`.execute(tx))

export const recoveryCodeWorks = (tx: Tx, person: PersonId | undefined, hash: Buffer): Promise<boolean> =>
  isTrue(
    sql<{
      yes: boolean
    }>`select identity.recovery_code_works(${person ?? null}::uuid, ${hash}) as yes`.execute(tx),
  )

/** Uses a recovery code up; false when there is no such code left. */
export const spendRecoveryCode = (tx: Tx, person: PersonId, hash: Buffer, now: Instant): Promise<boolean> =>
  isTrue(
    sql<{
      yes: boolean
    }>`select identity.use_recovery_code(${person}, ${hash}, ${now}::timestamptz) as yes`.execute(tx),
  )

/** Remembers this browser, under a new token each time. */
export async function rememberDevice(
  tx: Tx,
  old: Buffer | null,
  hash: Buffer,
  person: PersonId,
  now: Instant,
) {
  await sql`select identity.remember_device(${old}::bytea, ${hash}, ${person}, ${now}::timestamptz)`.execute(
    tx,
  )
}

/** Writes as much as a failure in the log does, where there is no account to log it for. */
export async function touchGuess(tx: Tx, lane: Buffer, now: Instant): Promise<void> {
  await sql`select identity.touch_guess(${lane}, ${now}::timestamptz)`.execute(tx)
}
