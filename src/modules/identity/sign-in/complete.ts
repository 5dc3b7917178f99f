import type { Instant } from '../../../kernel/clock.ts'
import type { PersonId } from '../../../kernel/ids.ts'
import { audit } from '../../../platform/audit/index.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { newSessionToken } from '../session/domain.ts'
import { beginSession, endSession } from '../session/store.ts'
import { SIGN_IN } from './check-password.ts'
import { forgetGuesses, rememberDevice } from './store.ts'

/** What a browser holds before: hashes of its cookies. */
export type Browser = { readonly session: Buffer | null; readonly device: Buffer | null }
/** What it holds after: new tokens, so that none planted or copied before is worth anything. */
export type SignedIn = { readonly session: string; readonly device: string }

/** Begins a session for somebody who has just proved who they are, and remembers the browser. */
export async function completeSignIn(
  tx: Tx,
  person: PersonId,
  browser: Browser,
  lanes: readonly Buffer[],
  by: 'code' | 'recovery-code' | 'invitation',
  now: Instant,
): Promise<SignedIn> {
  const session = newSessionToken()
  const device = newSessionToken()
  if (browser.session) await endSession(tx, browser.session, now)
  await beginSession(tx, session.hash, person, now)
  await rememberDevice(tx, browser.device, device.hash, person, now)
  await forgetGuesses(tx, lanes)
  await audit(tx, SIGN_IN, 'person.signed-in', person, { by })
  return { session: session.token, device: device.token }
}
