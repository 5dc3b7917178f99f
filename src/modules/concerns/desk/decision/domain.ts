import { type Errors, err, ok, type Result } from '../../../../kernel/result.ts'

/** Ways on from a concern: one or more of them, or none. */
export const ROUTES = ['advice', 'signpost', 'children', 'adults', 'police', 'none'] as const
export type Route = (typeof ROUTES)[number]

/** Whether the person, or a parent, has been told. */
export const TOLD = ['not-yet', 'not-yet-awaiting-police', 'told', 'not-told-unsafe'] as const
export type Told = (typeof TOLD)[number]

export const HANDOVER_STATES = [
  'waiting',
  'confirmed',
  'refused',
  'superseded',
  'sent-unchecked',
  'checked',
  'disputed',
] as const
export type HandoverState = (typeof HANDOVER_STATES)[number]

export type DecisionInput = {
  readonly routes: readonly Route[]
  readonly reason: string
  readonly urgent: boolean
  readonly urgentReason?: string | undefined
  readonly told?: Told | undefined
  readonly toldReason?: string | undefined
}

export type Decided = {
  readonly routes: readonly Route[]
  readonly reason: string
  readonly told: { readonly state: Told; readonly reason: string } | undefined
  /** A new hand-over to the police; undefined when there is none to make. */
  readonly handover: { readonly urgentReason: string | undefined } | undefined
}

/** What the rules need to know of the concern. */
export type Before = {
  readonly status: string
  readonly told: Told
  /** Hand-overs made with earlier decisions. */
  readonly handovers: readonly HandoverState[]
}

const GONE: readonly HandoverState[] = ['confirmed', 'sent-unchecked', 'checked', 'disputed']
/** The police have it already: another decision does not hand it over twice. */
export const isHandedOver = ({ handovers }: Pick<Before, 'handovers'>): boolean =>
  handovers.some((state) => GONE.includes(state))

/** What "told?" starts at. */
export const firstTold = (routes: readonly Route[]): Told =>
  routes.includes('police') ? 'not-yet-awaiting-police' : 'not-yet'

/**
 * A decision on a concern, or what is wrong with it. A change of mind is another decision, which appends. A hand-over
 * to the police waits for a second officer, or, if it is urgent and says why, goes at once and is checked after.
 */
export function decide(before: Before, input: DecisionInput): Result<Decided> {
  const errors = problemsOf(before, input)
  if (errors) return err(errors)
  const police = input.routes.includes('police')
  const urgentReason = input.urgent ? input.urgentReason : undefined
  return ok({
    routes: input.routes,
    reason: input.reason,
    told: toldAfter(before, input),
    handover: police && !isHandedOver(before) ? { urgentReason } : undefined,
  })
}

function problemsOf(before: Before, input: DecisionInput): Errors | undefined {
  const { routes, urgent, urgentReason, told, toldReason } = input
  if (before.status === 'closed') return { '': 'This concern is closed. Reopen it before you decide again' }
  if (routes.includes('none') && routes.length > 1)
    return { routes: 'Select “No further action” alone, or the other routes without it' }
  if (urgent && !routes.includes('police')) return { urgent: 'Only a hand-over to the police can be urgent' }
  if (urgent && !urgentReason) return { urgentReason: 'Enter why it cannot wait for a second officer' }
  if (told === 'told' && before.told !== 'told' && routes.includes('police') && !toldReason)
    return { toldReason: 'Enter who is in danger, or what children’s services advised' }
  return undefined
}

function toldAfter(before: Before, { routes, told, toldReason }: DecisionInput): Decided['told'] {
  const state = toldState(before, routes, told)
  if (state === before.told && !toldReason) return undefined
  return { state, reason: toldReason ?? 'Set with the decision' }
}

/**
 * With a new hand-over, "not yet" means "awaiting the police's first check". Once the police have it, officers say
 * how far that check is.
 */
function toldState(before: Before, routes: readonly Route[], told: Told | undefined): Told {
  if (told === 'told' || told === 'not-told-unsafe') return told
  if (isHandedOver(before)) return told ?? before.told
  if (told === undefined && (before.told === 'told' || before.told === 'not-told-unsafe')) return before.told
  return firstTold(routes)
}

export type Handover = {
  readonly id: string
  readonly decidedBy: string
  readonly urgent: boolean
  readonly state: HandoverState
  readonly version: number
}

export const isOpen = ({ state }: Pick<Handover, 'state'>): boolean =>
  state === 'waiting' || state === 'sent-unchecked'

/** Why this officer may not check a hand-over; undefined when they may. The database says the same. */
export function whyNotCheck(handover: Pick<Handover, 'decidedBy'>, officer: string): string | undefined {
  return handover.decidedBy === officer
    ? 'You decided this hand-over, so another officer must check it'
    : undefined
}

/** What a second officer's yes or no makes of a hand-over. */
export function checkedState({ urgent }: Pick<Handover, 'urgent'>, agrees: boolean): HandoverState {
  if (urgent) return agrees ? 'checked' : 'disputed'
  return agrees ? 'confirmed' : 'refused'
}
