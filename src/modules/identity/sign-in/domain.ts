import type { Instant } from '../../../kernel/clock.ts'
import type { PersonId } from '../../../kernel/ids.ts'

/**
 * How guessing is slowed down, without a sender's address and without locking a colleague out.
 *
 * Every guess is counted before it is looked at, in one lane. A lane is an account and a way of coming to it:
 *   stranger   any browser that has not signed in to this account before; all of them share one lane
 *   device     one browser that has (it holds a random cookie); each has a lane of its own
 *   recovery   whoever shows a recovery code of this account that still works; each code has a lane of its own
 * After the nth try a lane is shut for WAITS[n - 1] seconds, after more for the last of them. Tries while it is shut
 * are refused unseen and not counted. A right password gives its try back; a whole sign-in empties its lanes; six
 * hours of rest empty a lane.
 *
 * So a stranger has five tries at once and about 100 a day; at three codes in a million, a year of guessing at a
 * code with the password known succeeds one time in ten, and each wrong code is in the log. Whoever hammers an
 * account shuts the strangers' lane only: the colleague signs in where they did before, or elsewhere with a
 * recovery code, or by a new link. Unknown addresses have lanes too, so a lane tells nothing.
 */
export const STRANGER_WAITS: readonly number[] = [0, 0, 0, 0, 30, 60, 120, 240, 480, 900]
export const KNOWN_WAITS: readonly number[] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 30, 60, 120, 240, 480, 900]
export const FORGET = '6 hours'

export type Way =
  | { readonly kind: 'stranger' }
  | { readonly kind: 'device'; readonly hash: Buffer }
  | { readonly kind: 'recovery'; readonly hash: Buffer }

export const STRANGER: Way = { kind: 'stranger' }

export const waitsFor = (way: Way): readonly number[] =>
  way.kind === 'stranger' ? STRANGER_WAITS : KNOWN_WAITS

/** The text whose keyed hash names a lane. `account` is an address for passwords, an identifier for codes. */
export const laneText = (what: 'password' | 'code' | 'own-password', account: string, way: Way): string =>
  [what, account, way.kind, way.kind === 'stranger' ? '' : way.hash.toString('hex')].join('\0')

/** What the page carries, sealed, from the password to the code. It dies when the password or the app changes. */
export type Ticket = {
  readonly person: PersonId
  readonly version: number
  /** The lane that the password came by, in hex, emptied by a whole sign-in. */
  readonly lane: string
  readonly way: { readonly kind: Way['kind']; readonly hash: string }
}
export const TICKET_MINUTES = 10

export const wayOfTicket = ({ way }: Ticket): Way =>
  way.kind === 'stranger' ? STRANGER : { kind: way.kind, hash: Buffer.from(way.hash, 'hex') }

/** The longest password, in characters, that is looked at. */
export const LONGEST_PASSWORD = 200

/** Addresses are compared in lower case, without blanks around them. */
export const asEmail = (typed: string): string => typed.trim().toLowerCase()

/** "30 seconds", "4 minutes": how long until a lane opens, never less than it is. */
export function waitInWords(until: Instant, now: Instant): string {
  const seconds = Math.max(1, Math.ceil((until.epochMilliseconds - now.epochMilliseconds) / 1000))
  if (seconds < 60) return seconds === 1 ? '1 second' : `${seconds} seconds`
  const minutes = Math.ceil(seconds / 60)
  return minutes === 1 ? '1 minute' : `${minutes} minutes`
}
