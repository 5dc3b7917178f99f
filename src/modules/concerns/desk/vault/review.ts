import type { Person } from '../../../../kernel/actor.ts'
import type { Instant } from '../../../../kernel/clock.ts'
import { NotFound } from '../../../../kernel/errors.ts'
import { type Errors, err, ok, type Result } from '../../../../kernel/result.ts'
import { vaultAudit } from '../../../../platform/audit/index.ts'
import type { Tx } from '../../../../platform/db/index.ts'
import { mayReview } from './domain.ts'
import { listUnreviewed, saveReview } from './grant-store.ts'

/** Another officer looks at an access that was given in an emergency. */
export async function reviewBreakGlass(
  tx: Tx,
  person: Person,
  id: string,
  now: Instant,
): Promise<Result<void, Errors>> {
  const one = (await listUnreviewed(tx)).find((grant) => grant.id === id)
  if (!one) throw new NotFound('emergency access')
  if (!mayReview(one, person.id))
    return err({ review: 'Somebody else must review this: you gave the access or had it' })
  if (await saveReview(tx, one, person.id, now))
    await vaultAudit(tx, person, 'vault.break-glass-reviewed', one.personId, { until: one.until.toString() })
  return ok(undefined)
}
