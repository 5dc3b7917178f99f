import type { Instant } from '../../kernel/clock.ts'
import { NotFound } from '../../kernel/errors.ts'
import { type Form, readForm } from '../../kernel/form.ts'
import type { Sealer } from '../seal.ts'
import { CHECK, type Complete, GO, type Journey, SEALED, type Steps } from './define.ts'
import { before, formOf, nextAfter, schemaOf, survey } from './order.ts'
import { type JourneyPage, pageOf } from './page.ts'
import {
  type AnyJourney,
  fingerprintOf,
  fits,
  freshState,
  openState,
  type State,
  type Typed,
  withTyped,
} from './state.ts'

/** Everything was answered and checked, and the person pressed Send. */
export type Send<S extends Steps, W extends string, F> = {
  readonly kind: 'send'
  /** Store under this, once: the same page sent twice has the same. 128 random bits in the form of a UUID. */
  readonly id: string
  /** The same when the same answers are sent again under `id`; another when they were changed after sending. */
  readonly fingerprint: Buffer
  readonly answers: Complete<S, W>
  readonly fixed: F
}
/** A page to show: 200; 422 with what is wrong; 400 when the answers that came with it were lost. */
export type Shown<S extends Steps> = {
  readonly kind: 'page'
  readonly status: 200 | 400 | 422
  readonly page: JourneyPage<S>
}

/** One post of a journey's page: `step` is the end of its address, `body` what its form sent. */
export type Post = { readonly step: string; readonly body: unknown }

/** The first page, with a fresh identifier. Nothing is stored, here or at any later page. */
export function startJourney<S extends Steps, W extends string, F>(
  journey: Journey<S, W, F>,
  sealer: Sealer,
  now: Instant,
): JourneyPage<S> {
  return pageOf(journey, sealer, {
    step: firstOf(journey),
    state: freshState(journey),
    now,
  }) as JourneyPage<S>
}

/**
 * What a posted page leads to. It depends on nothing but the post, the key and the time, so that sending a page
 * again, in this tab or another, does no harm. Throws NotFound for a step that the journey has not.
 */
export function continueJourney<S extends Steps, W extends string, F>(
  journey: Journey<S, W, F>,
  sealer: Sealer,
  post: Post,
  now: Instant,
): Shown<S> | Send<S, W, F> {
  return walk(journey, sealer, post, now) as Shown<S> | Send<S, W, F>
}

type Read = { readonly step: string; readonly body: ReadonlyMap<string, string | string[]> }
type Outcome = Shown<Steps> | Send<Steps, string, unknown>

function walk(journey: AnyJourney, sealer: Sealer, post: Post, now: Instant): Outcome {
  const { step } = post
  if (step !== CHECK && !Object.hasOwn(journey.steps, step)) throw new NotFound('step of a journey')
  const body = textsOf(post.body)
  const state = openState(journey, sealer, textOf(body, SEALED), now)
  const show = (
    at: string,
    next: State,
    status: 200 | 422 = 200,
    form?: Form<Record<string, unknown>>,
  ): Outcome => {
    const place = { step: at, state: next, now }
    return { kind: 'page', status, page: pageOf(journey, sealer, place, form ? { form } : {}) }
  }
  if (!state) return startAgain(journey, sealer, { step, body }, now)
  const go = textOf(body, GO)
  if (step === CHECK) return go ? leaveCheck(journey, state, go, show) : send(journey, state, show)
  const form = readForm(schemaOf(journey, step), Object.fromEntries(body))
  const typed = withTyped(state, step, typedIn(form))
  if (go === 'back') {
    const kept = fits(typed) ? typed : state
    return show(before(journey, step, kept) ?? step, kept)
  }
  if (!form.ok) return show(step, state, 422, form)
  if (!fits(typed))
    return show(step, state, 422, form.with({ '': 'Your answers are too long to send together' }))
  return arrive(journey, nextAfter(journey, step, typed), typed, show)
}

type Show = (at: string, state: State, status?: 200 | 422, form?: Form<Record<string, unknown>>) => Outcome

/** The check page is shown when there is nothing left to mend; else the first step that lacks an answer is. */
function arrive(journey: AnyJourney, at: string, state: State, show: Show): Outcome {
  const { problem } = survey(journey, state)
  if (at !== CHECK || problem === undefined) return show(at, state)
  return show(problem, { ...state, changing: true }, 422, formOf(journey, problem, state))
}

function leaveCheck(journey: AnyJourney, state: State, go: string, show: Show): Outcome {
  const { shown } = survey(journey, state)
  const wanted = go.startsWith('change:') ? go.slice('change:'.length) : ''
  if (shown.includes(wanted)) return show(wanted, { ...state, changing: true })
  return go === 'back' ? show(shown.at(-1) ?? firstOf(journey), state) : arrive(journey, CHECK, state, show)
}

function send(journey: AnyJourney, state: State, show: Show): Outcome {
  const { shown, answers, problem } = survey(journey, state)
  if (problem !== undefined) return arrive(journey, CHECK, state, show)
  const fingerprint = fingerprintOf(state, shown)
  return { kind: 'send', id: state.id, fingerprint, answers, fixed: state.fixed }
}

/** What came sealed is lost, but what was typed on the last page is in the post itself, and is kept. */
function startAgain(journey: AnyJourney, sealer: Sealer, { step, body }: Read, now: Instant): Outcome {
  const fresh = freshState(journey)
  const typed =
    step === CHECK
      ? fresh
      : withTyped(fresh, step, typedIn(readForm(schemaOf(journey, step), Object.fromEntries(body))))
  const place = { step: firstOf(journey), state: fits(typed) ? typed : fresh, now }
  return { kind: 'page', status: 400, page: pageOf(journey, sealer, place, { lost: true }) }
}

const firstOf = (journey: AnyJourney): string => survey(journey, { ...EMPTY }).shown[0] ?? CHECK
const EMPTY: State = { id: '', salt: '', fixed: undefined, typed: {}, changing: false }

/** What a form can send, texts and lists of texts; a client that is no browser can send anything. */
function textsOf(body: unknown): ReadonlyMap<string, string | string[]> {
  const sent = typeof body === 'object' && body !== null ? Object.entries(body) : []
  return new Map(sent.filter(([, value]) => [value].flat().every((one) => typeof one === 'string')))
}

function textOf(body: ReadonlyMap<string, string | string[]>, name: string): string {
  const value = body.get(name)
  return typeof value === 'string' ? value : ''
}

function typedIn(form: Form<Record<string, unknown>>): Typed {
  return Object.fromEntries(Object.entries(form.fields).map(([name, field]) => [name, [...field.values]]))
}
