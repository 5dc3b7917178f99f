import type { z } from 'zod'
import type { Instant } from '../../kernel/clock.ts'
import { blank, type Field, type Form } from '../../kernel/form.ts'
import type { Sealer } from '../seal.ts'
import { type Answers, CHECK, SEALED, type StepName, type Steps } from './define.ts'
import { before, schemaOf, survey } from './order.ts'
import { type AnyJourney, type State, sealState } from './state.ts'

type Common<S extends Steps> = {
  /** Where the page's form posts. */
  readonly action: string
  /** The answers so far, for `HiddenField`: every form of the page carries it. */
  readonly sealed: Field
  /** What has been answered so far, for words that depend on it. */
  readonly answers: Answers<S>
  /** Whether there is a page of the journey to go back to: if not, link to what stands before it. */
  readonly canGoBack: boolean
  /** The last page's answers had expired or been altered: say so, in plain words, and that we kept nothing. */
  readonly lost: boolean
}

/** One question's page. `step` tells which, and so which form it is. */
export type StepPage<S extends Steps> = {
  readonly [K in StepName<S>]: Common<S> & {
    readonly step: K
    readonly form: Form<z.output<S[K]>>
    readonly changing: boolean
  }
}[StepName<S>]

/** Check your answers. `shown` are the steps that apply, in order. */
export type CheckPage<S extends Steps> = Common<S> & {
  readonly step: typeof CHECK
  readonly shown: readonly StepName<S>[]
}

export type JourneyPage<S extends Steps> = StepPage<S> | CheckPage<S>

/** What a page is made from: its form when it is drawn again with errors, and whether what came before was lost. */
type Options = { readonly form?: Form<Record<string, unknown>>; readonly lost?: boolean }

/** The page of one step, or of check, as views draw it. */
export function pageOf(
  journey: AnyJourney,
  sealer: Sealer,
  at: { readonly step: string; readonly state: State; readonly now: Instant },
  options: Options = {},
): JourneyPage<Steps> {
  const { step } = at
  // The check page is never reached by Change; from there on, Continue goes step by step again.
  const state = step === CHECK ? { ...at.state, changing: false } : at.state
  const { shown, answers } = survey(journey, state)
  const value = sealState(journey, sealer, state, at.now)
  const common = {
    action: `${journey.base}/${step}`,
    sealed: { name: SEALED, value, values: [value] },
    answers,
    canGoBack: before(journey, step, state) !== undefined,
    lost: options.lost ?? false,
  }
  if (step === CHECK) return { ...common, step: CHECK, shown }
  const form = options.form ?? blank(schemaOf(journey, step), state.typed[step] ?? {})
  return { ...common, step, form, changing: state.changing }
}
