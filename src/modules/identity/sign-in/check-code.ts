import type { Instant } from '../../../kernel/clock.ts'
import type { PersonId } from '../../../kernel/ids.ts'
import { audit } from '../../../platform/audit/index.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { keyedHash } from '../../../platform/seal.ts'
import { type Keys, totpPurpose } from '../keys.ts'
import { SIGN_IN } from './check-password.ts'
import { laneText, type Ticket, waitsFor, wayOfTicket } from './domain.ts'
import { recoveryHash } from './recovery-codes.ts'
import { findSecondFactor, type SecondFactor, spendRecoveryCode, spendStep, takeGuess } from './store.ts'
import { totpStep } from './totp.ts'

export type CodeOutcome =
  /** `lanes` are to be emptied; `codesLeft` is said when a recovery code was used. */
  | {
      readonly kind: 'right'
      readonly person: PersonId
      readonly lanes: readonly Buffer[]
      readonly codesLeft?: number
    }
  | { readonly kind: 'wrong'; readonly field: 'code' | 'recoveryCode' }
  | { readonly kind: 'wait'; readonly until: Instant }
  /** The password or the app has changed since. */
  | { readonly kind: 'start-again' }

type Answer = { readonly code: string; readonly recoveryCode: string }

/** Checks the second factor of whoever has a ticket, in one transaction that commits wrong tries too. */
export async function checkCode(
  tx: Tx,
  keys: Keys,
  ticket: Ticket,
  answer: Answer,
  now: Instant,
): Promise<CodeOutcome> {
  const factor = await findSecondFactor(tx, ticket.person)
  if (!factor || factor.version !== ticket.version) return { kind: 'start-again' }
  return answer.recoveryCode
    ? checkRecoveryCode(tx, keys, ticket, factor, answer.recoveryCode, now)
    : checkTotp(tx, keys, ticket, factor, answer.code, now)
}

async function checkRecoveryCode(
  tx: Tx,
  keys: Keys,
  { person, lane }: Ticket,
  factor: SecondFactor,
  typed: string,
  now: Instant,
): Promise<CodeOutcome> {
  if (await spendRecoveryCode(tx, person, recoveryHash(keys.recovery, person, typed), now))
    return { kind: 'right', person, lanes: [Buffer.from(lane, 'hex')], codesLeft: factor.codesLeft - 1 }
  await audit(tx, SIGN_IN, 'person.sign-in-failed', person, { step: 'recovery-code' })
  return { kind: 'wrong', field: 'recoveryCode' }
}

async function checkTotp(
  tx: Tx,
  keys: Keys,
  ticket: Ticket,
  factor: SecondFactor,
  typed: string,
  now: Instant,
): Promise<CodeOutcome> {
  const { person } = ticket
  const way = wayOfTicket(ticket)
  const lane = keyedHash(keys.lanes, laneText('code', person, way))
  const until = await takeGuess(tx, lane, waitsFor(way), now)
  if (until) return { kind: 'wait', until }
  const secret = keys.totp.open<string>(totpPurpose(person), factor.totpSecret, now)
  if (secret === undefined)
    throw new Error('a sealed authenticator secret does not open: is the master key another?')
  const step = totpStep(secret, typed, now)
  if (step !== undefined && (await spendStep(tx, person, step)))
    return { kind: 'right', person, lanes: [lane, Buffer.from(ticket.lane, 'hex')] }
  await audit(tx, SIGN_IN, 'person.sign-in-failed', person, { step: 'code', from: way.kind })
  return { kind: 'wrong', field: 'code' }
}
