import { type Instant, Temporal } from '../../../kernel/clock.ts'
import type { Sealer } from '../../../platform/seal.ts'
import { formatDigits, parseReceipt, type Receipt } from '../crypto/receipt.ts'
import { oneWorkingDayFrom } from '../working-days.ts'
import { SHOWN_FOR } from './domain.ts'

const SENT = 'concerns sent'
const OPENED = 'concerns opened receipt'

/** What the page after sending shows; the address that leads to it holds this sealed, and for half an hour. */
export type JustSent = { readonly receipt: Receipt; readonly deadline: Instant }

/** The address of the page that shows a receipt. */
export function sentAddress(sealer: Sealer, receipt: Receipt, now: Instant): string {
  const deadline = oneWorkingDayFrom(now).toString()
  return `/concerns/sent?r=${sealer.seal(SENT, { receipt: formatDigits(receipt), deadline }, now.add(SHOWN_FOR))}`
}

/** Undefined when it was altered or half an hour has passed. */
export function openSent(sealer: Sealer, token: unknown, now: Instant): JustSent | undefined {
  const sealed = sealer.open<{ receipt: string; deadline: string }>(SENT, token, now)
  const receipt = parseReceipt(sealed?.receipt)
  return sealed && receipt ? { receipt, deadline: Temporal.Instant.from(sealed.deadline) } : undefined
}

/** An opened receipt, and the identifier that the next message is stored under once. */
export type OpenedToken = { readonly receipt: Receipt; readonly id: string }

/** Carried by the page that a receipt opens, so that a further message needs no receipt typed again. */
export const sealOpened = (sealer: Sealer, { receipt, id }: OpenedToken, now: Instant): string =>
  sealer.seal(OPENED, { receipt: formatDigits(receipt), id }, now.add(SHOWN_FOR))

/** Undefined when it was altered or half an hour has passed. */
export function openOpened(sealer: Sealer, token: unknown, now: Instant): OpenedToken | undefined {
  const sealed = sealer.open<{ receipt: string; id: string }>(OPENED, token, now)
  const receipt = parseReceipt(sealed?.receipt)
  return sealed && receipt ? { receipt, id: sealed.id } : undefined
}
