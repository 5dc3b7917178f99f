import type { Instant } from '../../../kernel/clock.ts'
import { audit } from '../../../platform/audit/index.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { type Keys, totpPurpose } from '../keys.ts'
import { SIGN_IN } from '../sign-in/check-password.ts'
import { type Browser, completeSignIn, type SignedIn } from '../sign-in/complete.ts'
import { newRecoveryCodes, recoveryHash } from '../sign-in/recovery-codes.ts'
import { totpStep } from '../sign-in/totp.ts'
import { invitationHash, type Setup } from './domain.ts'
import { acceptInvitation, findInvitation } from './store.ts'

export type SetUpOutcome =
  | { readonly kind: 'done'; readonly tokens: SignedIn; readonly recoveryCodes: readonly string[] }
  | { readonly kind: 'wrong-code' }
  /** The link works no more. */
  | { readonly kind: 'gone' }

type Asked = {
  readonly token: string
  readonly setup: Setup
  readonly code: string
  readonly browser: Browser
}

/**
 * Sets an account up once its app has shown a right code: password, app, ten recovery codes; signed in. The code
 * counts as used. Guessing at it is pointless: the page that asks shows the secret.
 */
export async function setUpAccount(tx: Tx, keys: Keys, asked: Asked, now: Instant): Promise<SetUpOutcome> {
  const hash = invitationHash(asked.token)
  const invitation = await findInvitation(tx, hash, now)
  if (!invitation || invitation.id !== asked.setup.invitation) return { kind: 'gone' }
  const { personId } = invitation
  const { passwordHash, totpSecret } = asked.setup
  const step = totpStep(totpSecret, asked.code, now)
  if (step === undefined) return { kind: 'wrong-code' }
  const recoveryCodes = newRecoveryCodes()
  const recoveryHashes = recoveryCodes.map((code) => recoveryHash(keys.recovery, personId, code))
  const sealed = keys.totp.seal(totpPurpose(personId), totpSecret)
  const set = { passwordHash, totpSecret: sealed, step, recoveryHashes }
  if (!(await acceptInvitation(tx, hash, set, now))) return { kind: 'gone' }
  await audit(tx, SIGN_IN, invitation.again ? 'person.set-up-again' : 'person.set-up', personId)
  const tokens = await completeSignIn(tx, personId, asked.browser, [], 'invitation', now)
  return { kind: 'done', tokens, recoveryCodes }
}
