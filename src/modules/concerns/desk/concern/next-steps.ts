import type { Instant } from '../../../../kernel/clock.ts'
import type { PersonId } from '../../../../kernel/ids.ts'
import { isOpen } from '../decision/domain.ts'
import { type Concern, canReply, type HandoverShown } from './domain.ts'

export type Step = 'take' | 'reply' | 'acknowledge' | 'decide' | 'check' | 'await-check' | 'close'

/** What there is to do on a concern, the most pressing first. */
export function nextSteps(
  concern: Concern,
  handovers: readonly HandoverShown[],
  me: PersonId,
  now: Instant,
): Step[] {
  if (concern.status === 'closed') return []
  const open = handovers.find(isOpen)
  const steps: (Step | false | undefined)[] = [
    open && (open.decidedBy === me ? 'await-check' : 'check'),
    concern.assignedTo === null && 'take',
    concern.status === 'received' && 'decide',
    concern.acknowledgedAt === null && (canReply(concern, now) ? 'reply' : 'acknowledge'),
    concern.status === 'decided' && !open && 'close',
  ]
  return steps.filter((step) => step !== false && step !== undefined)
}
