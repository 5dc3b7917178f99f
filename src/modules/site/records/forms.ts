import { z } from 'zod'

const words = (max: number) =>
  z
    .string()
    .default('')
    .transform((text) => text.replaceAll('\r\n', '\n').trim())
    .refine((text) => text.length <= max, `This must be ${max} characters or fewer`)

const months = z
  .string()
  .trim()
  .default('')
  .refine(
    (text) => /^$|^[1-9]\d{0,3}$/.test(text) && Number(text) <= 1200,
    'Enter a number of months from 1 to 1200',
  )
  .transform((text) => (text === '' ? null : Number(text)))

/** An empty answer means "not set". */
export const RecordForm = z.object({
  version: z.coerce.number().int(),
  legalBasis: words(500),
  condition: words(500),
  controller: words(300),
  recipients: words(1000),
  reviewAfter: months,
  deleteAfter: months,
})
export type RecordInput = z.infer<typeof RecordForm>
