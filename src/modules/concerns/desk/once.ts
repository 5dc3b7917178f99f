import type { Instant } from '../../../kernel/clock.ts'
import { BadRequest } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Sealer } from '../../../platform/seal.ts'

const PURPOSE = 'concerns desk form'
const KEPT_HOURS = 24

/**
 * The identifier that what a form makes will have, sealed into the form: sent twice, it is made once. Nobody else can
 * choose one.
 */
export const newOnce = (sealer: Sealer, now: Instant): string =>
  sealer.seal(PURPOSE, newId(now.epochMilliseconds), now.add({ hours: KEPT_HOURS }))

/** The identifier again. Throws BadRequest when no page of ours made it, or a day ago. */
export function openOnce(sealer: Sealer, token: unknown, now: Instant): string {
  const id = sealer.open<string>(PURPOSE, token, now)
  if (!id) throw new BadRequest('a form without its identifier')
  return id
}
