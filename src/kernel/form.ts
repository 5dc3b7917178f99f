import type { z } from 'zod'
import { type Errors, err, ok, type Result } from './result.ts'

/** One question as a page draws it again: the answers just as they were typed, and what is wrong with them. */
export type Field = {
  readonly name: string
  /** The first answer, '' when there is none. */
  readonly value: string
  /** Every answer, for checkboxes. */
  readonly values: readonly string[]
  readonly error?: string
}

export type Fields<Name extends string> = { readonly [K in Name]: Field }

/** A form that was read, whole or not: pages draw `fields` and list `errors` in the error summary. */
export type Form<T> = Result<T> & {
  readonly fields: Fields<Extract<keyof T, string>>
  readonly errors: readonly { readonly name: string; readonly message: string }[]
  /** The same answers with these errors, when a rule refuses what the schema let through. */
  with(errors: Errors): Form<T>
}

/** Names that a body may hold: a text, or several under one name. Anything else is dropped. */
type Answers = Record<string, string[]>

function answersOf(body: unknown): Answers {
  const answers: Answers = {}
  for (const [name, value] of Object.entries(body ?? {})) {
    const list = (Array.isArray(value) ? value : [value]).filter(isAnswer)
    // PostgreSQL's text cannot hold NUL, and no keyboard sends it.
    answers[name] = list.map((v) => String(v).replaceAll('\0', ''))
  }
  return answers
}

/** Forms send text; records to fill a form from hold numbers and switches too. An object is no answer. */
const isAnswer = (value: unknown): boolean => ['string', 'number', 'boolean', 'bigint'].includes(typeof value)

function build<T>(names: readonly string[], answers: Answers, outcome: Result<T>): Form<T> {
  const problems: Errors = outcome.ok ? {} : outcome.error
  const fields = Object.fromEntries(
    names.map((name) => {
      const values = answers[name] ?? []
      const error = problems[name]
      return [name, { name, value: values[0] ?? '', values, ...(error === undefined ? {} : { error }) }]
    }),
  )
  return {
    ...outcome,
    fields: fields as unknown as Form<T>['fields'],
    errors: Object.entries(problems).map(([name, message]) => ({ name, message })),
    with: (errors) => build<T>(names, answers, err(errors)),
  } as Form<T>
}

type Schema<T> = z.ZodType<T> & { readonly shape: Record<string, z.ZodType> }

/**
 * Reads a posted body. Lone answers arrive as text and repeated ones as a list; a schema's arrays are given lists.
 * A required text that is not there at all is the empty text, so that it gets the same words as one left empty.
 * The first error of each field is the one shown.
 */
export function readForm<T>(schema: Schema<T>, body: unknown): Form<T> {
  const answers = answersOf(body)
  const names = Object.keys(schema.shape)
  const input = Object.fromEntries(
    names.map((name) => {
      const values = answers[name]
      const missing = typeOf(schema.shape[name]) === 'string' ? '' : undefined
      return [name, typeOf(schema.shape[name]) === 'array' ? (values ?? []) : (values?.[0] ?? missing)]
    }),
  )
  const parsed = schema.safeParse(input)
  if (parsed.success) return build(names, answers, ok(parsed.data))
  const errors: Record<string, string> = {}
  for (const issue of parsed.error.issues) errors[String(issue.path[0] ?? '')] ??= issue.message
  return build(names, answers, err<Errors>(errors))
}

/** A form not sent yet, filled from a record or empty. */
export function blank<T>(schema: Schema<T>, initial: Readonly<Record<string, unknown>> = {}): Form<T> {
  return build<T>(Object.keys(schema.shape), answersOf(initial), err<Errors>({}))
}

/** What a schema reads in the end, or `optional` when it need not be there. */
function typeOf(type: z.ZodType | undefined): string | undefined {
  let inner: unknown = type
  while (inner && typeof inner === 'object') {
    const def = (inner as { def?: { type?: string; innerType?: unknown; in?: unknown } }).def
    const next = def?.innerType ?? def?.in
    if (!next || (def?.type === 'optional' && typeOf(next as z.ZodType) !== 'array')) return def?.type
    inner = next
  }
  return undefined
}
