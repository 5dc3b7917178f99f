import { createHmac, createSecretKey, randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Instant } from '../../kernel/clock.ts'
import type { Sealer } from '../seal.ts'
import { type Journey, MAX_STATE, type Steps } from './define.ts'

const Typed = z.record(z.string(), z.array(z.string()))
const State = z.object({
  /** 128 random bits, spelled as a UUID: whatever is stored is stored under it, once. */
  id: z.string(),
  /** 256 random bits that are never stored: see `fingerprint`. */
  salt: z.string(),
  fixed: z.unknown(),
  /** What was typed on each page, valid or not; read again through the schemas each time it is used. */
  typed: z.record(z.string(), Typed),
  /** Whether this page was reached by Change, so that Continue leads back to the check page. */
  changing: z.boolean(),
})

/** All that a journey knows: it is in its pages and nowhere else. */
export type State = z.infer<typeof State>
/** One page's answers as they were typed. */
export type Typed = z.infer<typeof Typed>

// biome-ignore lint/suspicious/noExplicitAny: stands for every journey, whatever it asks
export type AnyJourney = Journey<Steps, any, unknown>

export const freshState = (journey: AnyJourney): State => ({
  id: randomBytes(16)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
  salt: randomBytes(32).toString('base64url'),
  fixed: journey.fixed(),
  typed: {},
  changing: false,
})

export const sealState = (journey: AnyJourney, sealer: Sealer, state: State, now: Instant): string =>
  sealer.seal(purposeOf(journey), state, now.add(journey.ttl))

/** Undefined when the token is not ours, has been altered or has expired: which of them is not known. */
export function openState(
  journey: AnyJourney,
  sealer: Sealer,
  token: unknown,
  now: Instant,
): State | undefined {
  const opened = sealer.open<unknown>(purposeOf(journey), token, now)
  const state = State.safeParse(opened)
  return state.success ? state.data : undefined
}

export const withTyped = (state: State, step: string, typed: Typed): State => ({
  ...state,
  typed: { ...state.typed, [step]: typed },
})

/** Whether a state can be carried; only schemas without a maximum let it grow past this. */
export const fits = (state: State): boolean => Buffer.byteLength(JSON.stringify(state)) <= MAX_STATE

/**
 * Tells a second send of the same answers from a send of other ones. Keyed by the salt, which only the sealed form
 * holds, so that whoever has the database cannot try out what a short answer was.
 */
export const fingerprintOf = (state: State, shown: readonly string[]): Buffer =>
  createHmac('sha256', createSecretKey(state.salt, 'utf8'))
    .update(JSON.stringify(shown.map((step) => [step, Object.entries(state.typed[step] ?? {}).sort()])))
    .digest()

const purposeOf = (journey: AnyJourney): string => `journey ${journey.name}`
