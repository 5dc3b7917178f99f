import type { Instant } from '../../../../kernel/clock.ts'
import { BadRequest } from '../../../../kernel/errors.ts'
import { newId } from '../../../../kernel/ids.ts'
import type { Sealer } from '../../../../platform/seal.ts'
import { formatDigits, newReceipt, parseReceipt, type Receipt } from '../../crypto/receipt.ts'

const FORM = 'concerns record form'
const SHOWN = 'concerns record receipt'
const SHOWN_MINUTES = 30

/**
 * The identifier of the concern that a form will make, and the receipt it may give, sealed into the form: pressing
 * the button twice makes one concern and gives one receipt.
 */
export const newRecordToken = (sealer: Sealer, now: Instant): string =>
  sealer.seal(
    FORM,
    { id: newId(now.epochMilliseconds), digits: formatDigits(newReceipt()) },
    now.add({ hours: 24 }),
  )

export function openRecordToken(
  sealer: Sealer,
  token: unknown,
  now: Instant,
): { id: string; receipt: Receipt } {
  const found = sealer.open<{ id: string; digits: string }>(FORM, token, now)
  const receipt = found && parseReceipt(found.digits)
  if (!receipt) throw new BadRequest('a form without its identifier')
  return { id: found.id, receipt }
}

/** A receipt on its way to the page that shows it, for half an hour. */
export const sealReceipt = (sealer: Sealer, receipt: Receipt, now: Instant): string =>
  sealer.seal(SHOWN, formatDigits(receipt), now.add({ minutes: SHOWN_MINUTES }))

export const openReceipt = (sealer: Sealer, token: unknown, now: Instant): Receipt | undefined =>
  parseReceipt(sealer.open<string>(SHOWN, token, now))
