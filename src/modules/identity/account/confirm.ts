import type { Person } from '../../../kernel/actor.ts'
import type { Instant } from '../../../kernel/clock.ts'
import { type Errors, err, ok, type Result } from '../../../kernel/result.ts'
import type { Authority } from '../../../platform/http/index.ts'
import { keyedHash } from '../../../platform/seal.ts'
import { keysOf } from '../keys.ts'
import { KNOWN_WAITS, LONGEST_PASSWORD, laneText, STRANGER, waitInWords } from '../sign-in/domain.ts'
import { passwordFits } from '../sign-in/password.ts'
import { findSecondFactor, returnGuess, takeGuess } from '../sign-in/store.ts'

/**
 * Asks the signed-in for their password again, before what a borrowed browser must not do. Guesses are counted in a
 * lane of their own, before the slow hash and outside its time, as at sign-in.
 */
export async function confirmPassword(
  authority: Authority,
  me: Person,
  typed: string,
  now: Instant,
): Promise<Result<null>> {
  const { staff } = authority.databases
  if (typed === '' || typed.length > LONGEST_PASSWORD) return err<Errors>({ current: 'Enter your password' })
  const lane = keyedHash(keysOf(authority).lanes, laneText('own-password', me.id, STRANGER))
  const { factor, until } = await staff.as(me, async (tx) => ({
    until: await takeGuess(tx, lane, KNOWN_WAITS, now),
    factor: await findSecondFactor(tx, me.id),
  }))
  if (until) return err<Errors>({ current: `There were too many tries. Wait ${waitInWords(until, now)}` })
  if (!(await passwordFits(factor?.passwordHash, typed, 'known')))
    return err<Errors>({ current: 'Password is not right' })
  await staff.as(me, (tx) => returnGuess(tx, lane, now))
  return ok(null)
}
