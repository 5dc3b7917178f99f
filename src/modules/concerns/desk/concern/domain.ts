import type { Instant } from '../../../../kernel/clock.ts'
import type { PersonId } from '../../../../kernel/ids.ts'
import type { HandoverState, Route, Told } from '../decision/domain.ts'

/** What is in clear of a concern: enough for queues, clocks and rules. */
export type Concern = {
  readonly id: string
  readonly ref: string
  readonly version: number
  readonly status: 'received' | 'decided' | 'closed'
  readonly channel: string
  readonly dangerNow: boolean
  readonly burst: boolean
  readonly receivedAt: Instant
  readonly acknowledgeBy: Instant
  readonly acknowledgedAt: Instant | null
  readonly checkBy: Instant | null
  readonly recordedBy: string | null
  readonly assignedTo: PersonId | null
  readonly assigned: string | null
  readonly told: Told
  readonly receiptRecipient: string | null
  readonly receiptUntil: Instant | null
}

/** A decision as a page shows it. */
export type DecisionShown = {
  readonly id: string
  readonly routes: readonly Route[]
  readonly reason: string
  readonly urgent: boolean
  readonly by: string
  readonly at: Instant
}
export type HandoverShown = {
  readonly id: string
  readonly decisionId: string
  readonly decidedBy: string
  readonly by: string
  readonly urgent: boolean
  readonly urgentReason: string | undefined
  readonly state: HandoverState
  readonly version: number
  readonly checkBy: Instant | null
  readonly checker: string | null
  readonly checkerId: string | null
  readonly checkedAt: Instant | null
  readonly note: string | undefined
}
export type Said = {
  readonly id: string
  readonly by: string | null
  readonly at: Instant
  readonly text: string
}
export type ToldShown = Said & { readonly state: Told }
export type Act = { readonly action: string; readonly by: string; readonly at: Instant }

/** Whether a reply can reach whoever sent it: only through a receipt that still opens. */
export const canReply = ({ receiptRecipient, receiptUntil }: Concern, now: Instant): boolean =>
  receiptRecipient !== null &&
  (receiptUntil === null || receiptUntil.epochMilliseconds > now.epochMilliseconds)

/** Why a concern may not be closed yet; undefined when it may. */
export function whyNotClose(
  concern: Concern,
  handovers: readonly { state: HandoverState }[],
): string | undefined {
  if (concern.status === 'received') return 'Decide what should happen before you close this concern'
  if (handovers.some(({ state }) => state === 'waiting'))
    return 'A second officer must first confirm or refuse the hand-over to the police'
  if (handovers.some(({ state }) => state === 'sent-unchecked'))
    return 'A second officer must first check the urgent hand-over to the police'
  return undefined
}
