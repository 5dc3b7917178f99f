import { z } from 'zod'
import type { PersonId } from '../../../../kernel/ids.ts'
import { isId } from '../../../../kernel/ids.ts'
import { passphraseProblem } from '../../crypto/passphrase-rule.ts'
import { optionalText } from '../fields.ts'

const secret = (missing: string) => z.string(missing).min(1, missing).max(1000, missing)

export const UnlockForm = z.object({ passphrase: secret('Enter your vault passphrase') })

const twice = {
  passphrase: secret('Enter a vault passphrase'),
  again: secret('Enter the vault passphrase again'),
}

function agree(form: { passphrase: string; again: string }, ctx: z.RefinementCtx): void {
  const problem = passphraseProblem(form.passphrase)
  if (problem) ctx.addIssue({ code: 'custom', path: ['passphrase'], message: problem })
  else if (form.again !== form.passphrase)
    ctx.addIssue({ code: 'custom', path: ['again'], message: 'The two vault passphrases must be the same' })
}

export const PassphraseForm = z.object(twice).superRefine(agree)
export const ChangeForm = z
  .object({ old: secret('Enter the vault passphrase that you have now'), ...twice })
  .superRefine(agree)
export const ForgottenForm = z
  .object({
    ...twice,
    sure: z.literal('yes', 'Confirm that you know you lose access until it is given again'),
  })
  .superRefine(agree)

const person = z.custom<PersonId>(isId, 'Select an officer')

export const HOURS = ['1', '4', '8', '24', '72'] as const
export const GrantForm = z
  .object({
    checked: z.literal('yes', 'Confirm that you have spoken to them'),
    lasting: z.enum(['for-good', 'for-a-time'], 'Select how long they need access').default('for-good'),
    hours: z.enum(HOURS, 'Select when the access ends').optional(),
    reason: optionalText(500, 'Reason'),
  })
  .superRefine(({ lasting, hours, reason }, ctx) => {
    if (lasting === 'for-good') return
    if (!hours) ctx.addIssue({ code: 'custom', path: ['hours'], message: 'Select when the access ends' })
    if (!reason) ctx.addIssue({ code: 'custom', path: ['reason'], message: 'Enter why they need access now' })
  })

export const RotateForm = z.object({ leaveOut: z.array(person) })
