import type { z } from 'zod'
import { MAX_TOKEN } from '../seal.ts'

/** The steps in the order in which they are asked. Each key is the end of an address; each schema is one page. */
export type Steps = Readonly<Record<string, z.ZodObject>>
export type StepName<S extends Steps> = Extract<keyof S, string>

type All<U> = (U extends unknown ? (each: U) => void : never) extends (all: infer I) => void ? I : never
type Outputs<S extends Steps, K extends keyof S> = [K] extends [never] ? unknown : All<z.output<S[K]>>

/** What has been answered so far, of every step that applies, side by side. */
export type Answers<S extends Steps> = Partial<Outputs<S, keyof S>>
/** What is sent: whole, but for the steps that are asked of some people only. */
export type Complete<S extends Steps, W extends string> = Outputs<S, Exclude<keyof S, W>> &
  Partial<Outputs<S, Extract<keyof S, W>>>

type Conditions<S extends Steps, W extends string> = { readonly [K in W]: (answers: Answers<S>) => boolean }

/** Questions, one thing a page, whose answers travel sealed with the form. See ADR 0002. */
export type Journey<S extends Steps, W extends string = never, F = undefined> = {
  /** Keeps the tokens of one journey from being used in another. */
  readonly name: string
  /** Address of its first page; the others follow it: `/concerns/raise/worry`. */
  readonly base: string
  readonly steps: S
  /** Steps that are asked only when this says so, from the answers of the steps before it. */
  readonly when: Conditions<S, W>
  /** How long a page can wait for its answer. */
  readonly ttl: { readonly minutes: number }
  /** Values chosen once, when a journey starts, such as the receipt that sending it will give. */
  readonly fixed: () => F
}

type Definition<S extends Steps, W extends string, F> = Omit<Journey<S, W, F>, 'when' | 'fixed'> & {
  readonly when?: Conditions<S, W>
  readonly fixed?: () => F
}

/** The last page of every journey: check your answers. */
export const CHECK = 'check'

/** Checks a journey's definition once, when the program starts; throws on one that could not work. */
export function defineJourney<const S extends Steps, W extends StepName<S> = never, F = undefined>(
  definition: Definition<S, W, F>,
): Journey<S, W, F> {
  const names = Object.keys(definition.steps)
  if (names.length === 0) throw new Error('a journey has at least one step')
  for (const name of names) {
    // Keys like "1" would be put before the others, whatever their place.
    if (!/^[a-z][a-z0-9-]*$/.test(name) || name === CHECK) throw new Error(`no step can be called "${name}"`)
  }
  const fields = names.flatMap((name) => Object.keys(definition.steps[name]?.shape ?? {}))
  const twice = fields.find((field, at) => fields.indexOf(field) !== at || field === SEALED || field === GO)
  if (twice !== undefined) throw new Error(`two steps ask "${twice}", or the engine needs that name itself`)
  return {
    ...definition,
    when: definition.when ?? ({} as Conditions<S, W>),
    fixed: definition.fixed ?? ((() => undefined) as () => F),
  }
}

/** Name of the hidden field that carries the answers. */
export const SEALED = 'sealed'
/** Name of the button: absent to continue or send, `back`, or `change:<step>`. */
export const GO = 'go'

/** The longest state, in bytes, that still fits a token once encrypted and spelled in base64. */
export const MAX_STATE = Math.floor((MAX_TOKEN * 3) / 4) - 100
