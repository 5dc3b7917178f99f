import type { Person } from '../../../kernel/actor.ts'
import type { Instant } from '../../../kernel/clock.ts'
import { audit } from '../../../platform/audit/index.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { endSession } from './store.ts'

/** Ends this browser's session. */
export async function signOut(
  tx: Tx,
  session: { person: Person; hash: Buffer },
  now: Instant,
): Promise<void> {
  await endSession(tx, session.hash, now)
  await audit(tx, session.person, 'person.signed-out', session.person.id)
}
