import { z } from 'zod'

/** Ways in which somebody may want an answer. "receipt": only on the page that their receipt opens. */
export const REPLY_WAYS = ['receipt', 'telephone', 'email', 'letter'] as const
export type ReplyWay = (typeof REPLY_WAYS)[number]

/**
 * What is inside a concern's sealed body: what somebody wrote, or an officer wrote down for them. Nothing but
 * `worry` need be there. Nobody is asked for nationality, immigration status, belief or signs to tick.
 */
export const ConcernContent = z.object({
  worry: z.string(),
  /** When it happened, in their own words. */
  when: z.string().optional(),
  /** How they know the person, in their own words. */
  relationship: z.string().optional(),
  reply: z
    .object({
      by: z.enum(REPLY_WAYS),
      telephone: z.string().optional(),
      email: z.string().optional(),
      address: z.string().optional(),
      /** Whether it is safe to leave a message on that telephone. */
      leaveMessage: z.enum(['yes', 'no']).optional(),
      /** When it is safe to reach them, in their own words. */
      time: z.string().optional(),
    })
    .optional(),
  /** How and when it is safe to reach them, as an officer wrote it down for somebody who called or wrote. */
  contact: z.string().optional(),
  /** The language they would like the answer in. */
  language: z.string().optional(),
  interpreter: z.enum(['yes', 'no']).optional(),
})
export type ConcernContent = z.infer<typeof ConcernContent>
