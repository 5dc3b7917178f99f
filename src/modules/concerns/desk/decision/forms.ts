import { z } from 'zod'
import { once, optionalText, text, version } from '../fields.ts'
import { ROUTES, TOLD } from './domain.ts'

const MAX = 2_000

export const DecisionForm = z.object({
  version,
  once,
  routes: z.array(z.enum(ROUTES, 'Select what should happen next')).min(1, 'Select what should happen next'),
  reason: text('Enter a reason', MAX, 'Reason'),
  urgent: z.array(z.literal('yes')).transform((ticked) => ticked.length > 0),
  urgentReason: optionalText(MAX, 'Reason'),
  told: z.enum(TOLD).optional(),
  toldReason: optionalText(MAX, 'Reason'),
})

export const CheckForm = z.object({
  /** Which hand-over was on the page: another may have taken its place since. */
  handover: z.string().default(''),
  version,
  agrees: z.enum(['yes', 'no'], 'Select whether you agree with the hand-over'),
  note: text('Enter why', MAX, 'Reason'),
})
