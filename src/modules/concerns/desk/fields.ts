import { z } from 'zod'
import type { Field } from '../../../kernel/form.ts'

const number = new Intl.NumberFormat('en-GB')

/** Browsers send a line's end as two characters; it counts as one. */
const plain = (text: string): string => text.replaceAll(/\r\n?/g, '\n').trim()

/** A text that must be there, counted in characters as people count them. */
export const text = (missing: string, max: number, name: string) =>
  z
    .string(missing)
    .transform(plain)
    .pipe(
      z
        .string()
        .min(1, missing)
        .refine((t) => [...t].length <= max, `${name} must be ${number.format(max)} characters or fewer`),
    )

/** A text that may be left out. */
export const optionalText = (max: number, name: string) =>
  z
    .string()
    .optional()
    .transform((t) => plain(t ?? '') || undefined)
    .refine((t) => [...(t ?? '')].length <= max, `${name} must be ${number.format(max)} characters or fewer`)

/** The row's version when the page was drawn. A page of ours always carries it. */
export const version = z.coerce.number().int().min(1).max(2_000_000_000)

/** A sealed identifier of the form itself, so that pressing the button twice does the thing once. */
export const once = z.string().max(500)

/** A field outside any form that was read, such as the one box of a small form beside others. */
export const blankField = (name: string, value = ''): Field => ({ name, value, values: value ? [value] : [] })

/** One field of a body that no schema reads, such as where to go on; '' when it is not there. */
export function fieldOf(body: unknown, name: string): string {
  const value = (body as Record<string, unknown> | null | undefined)?.[name]
  return typeof value === 'string' ? value : ''
}
