import { type Form, readForm } from '../../kernel/form.ts'
import { CHECK } from './define.ts'
import type { AnyJourney, State } from './state.ts'

type Found = {
  readonly shown: readonly string[]
  readonly answers: Record<string, unknown>
  readonly problem?: string
}

/**
 * Which steps apply, what they were answered, and the first that still lacks a valid answer. A step that does not
 * apply any more keeps what was typed, in case it applies again, but its answer counts for nothing.
 */
export function survey(journey: AnyJourney, state: State): Found {
  const shown: string[] = []
  const answers: Record<string, unknown> = {}
  let problem: string | undefined
  for (const step of Object.keys(journey.steps)) {
    if (!applies(journey, step, answers)) continue
    shown.push(step)
    const form = formOf(journey, step, state)
    if (form.ok) Object.assign(answers, form.value)
    else problem ??= step
  }
  return { shown, answers, ...(problem === undefined ? {} : { problem }) }
}

/** A step's form as its typed answers make it, errors and all. */
export function formOf(journey: AnyJourney, step: string, state: State): Form<Record<string, unknown>> {
  return readForm(schemaOf(journey, step), state.typed[step] ?? {})
}

export function schemaOf(journey: AnyJourney, step: string) {
  const schema = journey.steps[step]
  if (!schema) throw new Error(`no such step: ${step}`)
  return schema
}

/** Where Continue leads: to the next step; when changing, to what the change has opened or spoilt, or to check. */
export function nextAfter(journey: AnyJourney, step: string, state: State): string {
  const { shown, problem } = survey(journey, state)
  const later = shown.slice(shown.indexOf(step) + 1)
  if (!state.changing) return later[0] ?? CHECK
  return later.find((name) => name === problem || state.typed[name] === undefined) ?? CHECK
}

/** Where Back leads: to the step before, from the check page to the last, and after Change to the check page. */
export function before(journey: AnyJourney, step: string, state: State): string | undefined {
  const { shown } = survey(journey, state)
  if (step === CHECK) return shown.at(-1)
  if (state.changing) return CHECK
  // A step that has stopped applying is still on somebody's screen: Back goes to the last one that stands before it.
  const all = Object.keys(journey.steps)
  return shown.filter((name) => all.indexOf(name) < all.indexOf(step)).at(-1)
}

function applies(journey: AnyJourney, step: string, answers: Record<string, unknown>): boolean {
  const conditions: Readonly<Record<string, (answers: Record<string, unknown>) => boolean>> = journey.when
  return Object.hasOwn(conditions, step) ? conditions[step]?.(answers) === true : true
}
