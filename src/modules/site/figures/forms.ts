import { z } from 'zod'

const text = (empty: string, max: number) =>
  z.string(empty).trim().min(1, empty).max(max, `This must be ${max} characters or fewer`)

export const FigureForm = z.object({
  version: z.coerce.number().int().default(0),
  name: z
    .string('Enter a short name')
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Name must only include letters a to z, numbers and hyphens')
    .refine((name) => name !== 'new', 'Choose another name: this one is used by Kith itself')
    .refine((name) => name.length <= 60, 'Name must be 60 characters or fewer'),
  value: text('Enter the figure', 60),
  unit: z.string().trim().max(60, 'This must be 60 characters or fewer').default(''),
  counts: text('Enter what it counts', 500),
  source: text('Enter the document it comes from', 300),
  day: z.string().default(''),
  month: z.string().default(''),
  year: z.string().default(''),
})
export type FigureInput = z.infer<typeof FigureForm>
