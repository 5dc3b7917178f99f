/** An expected outcome: a value, or the errors to show beside the fields. Bugs throw instead. */
export type Result<T, E = Errors> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E }

/** Field name to message, in GOV.UK's error wording. An empty name speaks of the whole form. */
export type Errors = Readonly<Record<string, string>>

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value })
export const err = <E = Errors>(error: E): { readonly ok: false; readonly error: E } => ({ ok: false, error })
