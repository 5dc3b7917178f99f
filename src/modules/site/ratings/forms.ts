import { z } from 'zod'

export const MOST = 1200

export const RateForm = z.object({
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
export type RateInput = z.infer<typeof RateForm>
