import type { Instant } from '../../../../kernel/clock.ts'
import type { PersonId } from '../../../../kernel/ids.ts'
import type { VaultRecipients } from '../../crypto/open-vault.ts'

/** An open vault closes after so long without a page being asked for. */
export const IDLE = { minutes: 15 } as const
/** And in any case after so long, as a sign-in does. */
export const LONGEST = { hours: 12 } as const
/** The idle time is written down at most this often, so that reading is not writing. */
export const TOUCH = { minutes: 1 } as const

/** Tries with a passphrase, and the time they are counted over. Nobody else is held up by one officer's tries. */
export const TRIES = 5
export const TRIES_WITHIN = { minutes: 15 } as const

/** Why a vault is not open for somebody now. */
export type Shut =
  /** The council has not made its vault yet. */
  | 'none'
  /** The key in the database is not one that Kith made: nothing is sealed to it, and no passphrase is asked. */
  | 'forged'
  /** The officer has set no vault passphrase yet. */
  | 'no-passphrase'
  /** The officer waits for a colleague to give access. */
  | 'not-granted'
  | 'locked'

/** What the database knows of an officer and the vault. */
export type VaultRow = {
  /** Undefined also when they are not proven. */
  readonly recipients: VaultRecipients | undefined
  readonly isForged: boolean
  readonly hasKey: boolean
  readonly granted: boolean
  readonly sealed: string | undefined
  readonly lastUsedAt: Instant | undefined
  /** Whether it was opened since the present generation began: older keys do not open what comes now. */
  readonly isPresent: boolean
}

/** Why the vault is shut, when there is no open session. */
export function whyShut({ recipients, isForged, hasKey, granted }: VaultRow): Shut {
  if (isForged) return 'forged'
  if (!recipients) return 'none'
  if (!hasKey) return 'no-passphrase'
  return granted ? 'locked' : 'not-granted'
}

/** Whether a vault opened in this session is still open, by time alone. */
export const isFresh = (lastUsedAt: Instant, now: Instant): boolean =>
  now.epochMilliseconds < lastUsedAt.add(IDLE).epochMilliseconds

/** One officer who may hold the vault. */
export type Holder = {
  readonly id: PersonId
  readonly name: string
  /** When they last set a passphrase; undefined when never. */
  readonly keySetAt: Instant | undefined
  readonly access: 'holds' | 'for-a-time' | 'waiting' | 'no-passphrase'
  readonly until: Instant | undefined
}

/** Access given for a time, to be looked at by another officer afterwards. */
export type BreakGlass = {
  /** Any of its grants names it: they were made, and are reviewed, together. */
  readonly id: string
  readonly personId: PersonId
  readonly name: string
  readonly grantedById: string | null
  readonly grantedBy: string
  readonly grantedAt: Instant
  readonly until: Instant
  readonly reason: string
}

/** Neither who had the access nor who gave it looks at it afterwards. */
export const mayReview = (one: BreakGlass, reviewer: PersonId): boolean =>
  reviewer !== one.personId && reviewer !== one.grantedById
