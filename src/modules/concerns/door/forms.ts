import { z } from 'zod'
import { REPLY_WAYS } from '../content.ts'
import { lengthOf, MESSAGE_MAX, plainText, WORRY_MAX } from './domain.ts'

const EMAIL_MAX = 254
const number = new Intl.NumberFormat('en-GB')

/** Nobody has to choose, and what is no choice of ours counts as none. */
const choice = <const T extends readonly [string, ...string[]]>(options: T) =>
  z.enum(options).optional().catch(undefined)

/** Says by how much a text is too long: "too long" alone leaves people to count. */
function within(max: number) {
  return (text: string | undefined, ctx: z.RefinementCtx): void => {
    const over = lengthOf(text ?? '') - max
    if (over <= 0) return
    const characters = over === 1 ? 'character' : 'characters'
    ctx.addIssue({
      code: 'custom',
      message: `You have used ${number.format(over)} ${characters} too many. The most is ${number.format(max)}`,
    })
  }
}

const words = (max: number) =>
  z
    .string()
    .optional()
    .transform((text) => plainText(text ?? '') || undefined)
    .superRefine(within(max))

const required = (missing: string, max: number) =>
  z.string(missing).transform(plainText).pipe(z.string().min(1, missing)).superRefine(within(max))

export const YES_NO = ['yes', 'no'] as const
export const DANGER = ['yes', 'no', 'not-sure'] as const
/** How somebody knows the person; an answer of their own comes as "other". */
const TIES = ['family', 'friend', 'neighbour', 'school', 'work', 'online', 'myself', 'other'] as const
export type Tie = (typeof TIES)[number]

export const DangerForm = z.object({ danger: choice(DANGER) })
/** A page that only tells. */
export const NothingForm = z.object({})
export const WorryForm = z.object({ worry: required('Tell us what worries you', WORRY_MAX) })
export const WhenForm = z.object({ happened: words(1000) })
export const PersonForm = z.object({ tie: choice(TIES), tieOther: words(200) })

/**
 * The length first, and no part that can be read in two ways: with a pattern of the usual kind, one form of half a
 * megabyte kept the process at work for two minutes.
 */
const isEmail = (text: string): boolean =>
  text.length <= EMAIL_MAX && /^[^\s@]+@[^\s@]+$/.test(text) && text.lastIndexOf('.') > text.indexOf('@') + 1

export const ReplyForm = z
  .object({
    replyBy: choice(REPLY_WAYS),
    telephone: words(50),
    leaveMessage: choice(YES_NO),
    email: words(EMAIL_MAX),
    address: words(500),
    safeTime: words(500),
  })
  .superRefine((reply, ctx) => {
    const lacks = (path: string, message: string) => ctx.addIssue({ code: 'custom', path: [path], message })
    if (reply.replyBy === 'telephone' && !/\p{Nd}/u.test(reply.telephone ?? ''))
      lacks('telephone', 'Enter a telephone number, or choose another way to get a reply')
    if (reply.replyBy === 'email' && !isEmail(reply.email ?? ''))
      lacks('email', 'Enter an email address, like name@example.com, or choose another way to get a reply')
    if (reply.replyBy === 'letter' && !reply.address)
      lacks('address', 'Enter an address, or choose another way to get a reply')
  })

export const LanguageForm = z.object({ language: words(100), interpreter: choice(YES_NO) })

export const ReceiptForm = z.object({ receipt: z.string().optional() })
export const MessageForm = z.object({ message: required('Write your message', MESSAGE_MAX) })
