import type { FastifyRequest } from 'fastify'
import type { Instant } from '../../kernel/clock.ts'
import { MAX_TOKEN } from '../seal.ts'

/**
 * Keeping a half-written form while somebody proves who they are again.
 *
 * When a post meets a door that has shut in the meantime (an idle session, a locked vault), answer with the page that
 * opens it, and put `keepForm(req, now, owner)` into it with the kit's `<KeptToken>`. Each step of opening carries the token on
 * (`keptToken(req.body)`). When the door is open, `openKept` gives the form back; if its owner is who is there now,
 * show a page whose form posts the kit's `<KeptFields>` to `kept.path` with one button. It is not posted without them: another
 * person may sit there now, or the record may have changed, and then the usual stale-version page shows both sides.
 *
 * Nothing is stored: the token is sealed, bound to its purpose, and dies after twelve hours. Passwords, passphrases
 * and codes are never kept.
 */
export type KeptForm = {
  readonly path: string
  readonly fields: readonly (readonly [name: string, value: string])[]
  /** Whoever keeps it says what this means: a person's or a session's identifier. Null when nobody was known. */
  readonly owner: string | null
}

const PURPOSE = 'kept form'
const HOURS = 12
// A session of twelve hours may be followed by a night; a sealed token outgrows its text by a third.
const LONGEST = Math.floor(MAX_TOKEN * 0.7)
const SECRET = /pass(word|phrase)|(^|[-_ ])(code|codes|pin|otp|secret)$|[a-z](Code|Codes|Pin|Secret)$|^kept$/

/** The posted fields and their path as a sealed token; undefined when there is too much to carry. */
export function keepForm(req: FastifyRequest, now: Instant, owner: string | null): string | undefined {
  const kept: KeptForm = { path: req.url, fields: fieldsOf(req.body), owner }
  if (!isLocal(kept.path) || Buffer.byteLength(JSON.stringify(kept)) > LONGEST) return undefined
  return req.authority.sealer.seal(PURPOSE, kept, now.add({ hours: HOURS }))
}

/** The token that a page carried on, if it did. */
export function keptToken(body: unknown): string | undefined {
  const token = (body as Record<string, unknown> | null | undefined)?.kept
  return typeof token === 'string' && token !== '' && token.length <= MAX_TOKEN ? token : undefined
}

/** The form of a token; undefined when it was altered or is too old. */
export const openKept = (
  req: FastifyRequest,
  token: string | undefined,
  now: Instant,
): KeptForm | undefined => req.authority.sealer.open<KeptForm>(PURPOSE, token, now)

/** What somebody wrote in a form, to show to whoever sent it: words, not the names and numbers that fields carry. */
export const textsIn = (body: unknown): string[] =>
  fieldsOf(body)
    .map(([, text]) => text.trim())
    .filter((text) => /\S\s\S/.test(text))

const isLocal = (path: string): boolean => /^\/(?![/\\])/.test(path)

function fieldsOf(body: unknown): [string, string][] {
  return Object.entries((body ?? {}) as Record<string, unknown>).flatMap(([name, value]) =>
    SECRET.test(name) ? [] : [value].flat().map((one): [string, string] => [name, String(one ?? '')]),
  )
}
