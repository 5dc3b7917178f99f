import { type System, system } from '../../../kernel/actor.ts'
import type { Instant } from '../../../kernel/clock.ts'
import { audit } from '../../../platform/audit/index.ts'
import type { Tx } from '../../../platform/db/index.ts'
import type { Authority } from '../../../platform/http/index.ts'
import { keyedHash } from '../../../platform/seal.ts'
import { keysOf } from '../keys.ts'
import { laneText, STRANGER, type Ticket, type Way, waitsFor } from './domain.ts'
import { passwordFits } from './password.ts'
import { recoveryHash } from './recovery-codes.ts'
import {
  type Credential,
  findCredential,
  recoveryCodeWorks,
  returnGuess,
  takeGuess,
  touchGuess,
} from './store.ts'

/** Who acts while nobody is known yet. */
export const SIGN_IN: System = system('sign-in')

export type Attempt = {
  readonly email: string
  readonly password: string
  readonly recoveryCode: string
  /** Hash of the device cookie. */
  readonly device: Buffer | null
}
export type PasswordOutcome =
  | { readonly kind: 'right'; readonly ticket: Ticket }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'wait'; readonly until: Instant }

type Admitted = { readonly credential: Credential | undefined; readonly way: Way; readonly lane: Buffer }

/**
 * Checks an address and a password. Two transactions, on purpose: the guess must stay counted whatever happens next,
 * and the slow hash must not hold one open.
 */
export async function checkPassword(
  authority: Authority,
  attempt: Attempt,
  now: Instant,
): Promise<PasswordOutcome> {
  const { staff } = authority.databases
  const admitted = await staff.as(SIGN_IN, (tx) => admit(tx, authority, attempt, now))
  if ('until' in admitted) return { kind: 'wait', until: admitted.until }
  const { credential, way, lane } = admitted
  const who = way.kind === 'stranger' ? 'stranger' : 'known'
  const fits = await passwordFits(credential?.passwordHash, attempt.password, who)
  return staff.as(SIGN_IN, (tx) => conclude(tx, admitted, fits, lane, now))
}

async function admit(tx: Tx, authority: Authority, attempt: Attempt, now: Instant) {
  const keys = keysOf(authority)
  const credential = await findCredential(tx, attempt.email, attempt.device, now)
  const way = await wayOf(tx, keys.recovery, attempt, credential)
  const lane = keyedHash(keys.lanes, laneText('password', attempt.email, way))
  const until = await takeGuess(tx, lane, waitsFor(way), now)
  return until ? { until } : { credential, way, lane }
}

async function wayOf(
  tx: Tx,
  key: Uint8Array,
  attempt: Attempt,
  credential: Credential | undefined,
): Promise<Way> {
  if (attempt.recoveryCode) {
    // asked of the database whether or not there is an account, so that both take as long
    const person = credential?.personId
    const hash = recoveryHash(key, person ?? NOBODY, attempt.recoveryCode)
    if (await recoveryCodeWorks(tx, person, hash)) return { kind: 'recovery', hash }
  }
  return attempt.device && credential?.knownDevice ? { kind: 'device', hash: attempt.device } : STRANGER
}

const NOBODY = '00000000-0000-0000-0000-000000000000' as Credential['personId']

async function conclude(
  tx: Tx,
  { credential, way }: Admitted,
  fits: boolean,
  lane: Buffer,
  now: Instant,
): Promise<PasswordOutcome> {
  if (!credential) {
    await touchGuess(tx, lane, now)
    return { kind: 'wrong' }
  }
  const { personId: person, version } = credential
  if (fits) {
    await returnGuess(tx, lane, now)
    return { kind: 'right', ticket: { person, version, lane: lane.toString('hex'), way: wayInTicket(way) } }
  }
  await audit(tx, SIGN_IN, 'person.sign-in-failed', person, { step: 'password', from: way.kind })
  return { kind: 'wrong' }
}

const wayInTicket = (way: Way): Ticket['way'] => ({
  kind: way.kind,
  hash: way.kind === 'stranger' ? '' : way.hash.toString('hex'),
})
