import { z } from 'zod'

const text = (empty: string, max: number, name: string) =>
  z
    .string(empty)
    .trim()
    .min(1, empty)
    .max(max, `${name} must be ${max.toLocaleString('en-GB')} characters or fewer`)

/** What is written. `base` says which text the editor began from. */
export const EditForm = z.object({
  base: z.string().default(''),
  title: text('Enter a title', 120, 'Title'),
  summary: text('Enter a summary', 300, 'Summary'),
  // line ends as forms send them are not ours
  body: text('Enter the text of the page', 50_000, 'Text').transform((body) => body.replaceAll('\r\n', '\n')),
  reason: text('Enter why you are changing this page', 500, 'Reason'),
})
export type EditInput = z.infer<typeof EditForm>

export const NewPageForm = z.object({
  slug: z.string('Enter an address').trim().toLowerCase().min(1, 'Enter an address'),
  title: text('Enter a title', 120, 'Title'),
  parent: z.string().default(''),
})
export type NewPageInput = z.infer<typeof NewPageForm>

const number = (message: string, from: number, to: number) =>
  z.coerce.number(message).int(message).min(from, message).max(to, message)

export const PlaceForm = z.object({
  version: z.coerce.number().int(),
  slug: z.string().trim().toLowerCase().default(''),
  parent: z.string().default(''),
  navPosition: z
    .string()
    .trim()
    .default('')
    .refine((text) => /^([1-9]\d?)?$/.test(text), 'Place in the menu must be a number from 1 to 99')
    .transform((text) => (text === '' ? null : Number(text))),
  reviewMonths: number('Enter a number of months from 1 to 60', 1, 60),
})
export type PlaceInput = z.infer<typeof PlaceForm>

const ACTS = ['submit', 'return', 'withdraw', 'archive', 'restore'] as const

/** A button that moves a version; `version` is that of the row it was drawn from. */
export const MoveForm = z.object({
  act: z.enum(ACTS),
  id: z.string().default(''),
  version: z.coerce.number().int().default(0),
})

export const PublishForm = z.object({
  id: z.string().default(''),
  version: z.coerce.number().int().default(0),
  when: z.enum(['now', 'later'], 'Select when to publish'),
  day: z.string().default(''),
  month: z.string().default(''),
  year: z.string().default(''),
  time: z.string().default(''),
})
export type PublishInput = z.infer<typeof PublishForm>

export const RedirectForm = z.object({
  path: z.string('Enter the old address').trim().min(1, 'Enter the old address'),
  page: z.string('Select a page').min(1, 'Select a page'),
})
export type RedirectInput = z.infer<typeof RedirectForm>
