import { z } from 'zod'

/** The answer: which of the two buttons was pressed. */
export const RateForm = z.object({
  useful: z.enum(['yes', 'no']).transform((answer) => answer === 'yes'),
})

export const MOST = 1200

/** The words that somebody may add to their answer. */
export const CommentForm = z.object({
  token: z.string().default(''),
  comment: z
    .string()
    .default('')
    // a line end is one character to whoever counts, and two as forms send it
    .transform((text) => text.replaceAll('\r\n', '\n').trim())
    .refine(
      (text) => text.length <= MOST,
      `What you write must be ${MOST.toLocaleString('en-GB')} characters or fewer`,
    ),
})
export type CommentInput = z.infer<typeof CommentForm>
