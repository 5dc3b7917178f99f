import { z } from 'zod'
import { asEmail, LONGEST_PASSWORD } from './domain.ts'

const optional = z.string().max(500).optional().default('')

export const SignInForm = z.object({
  email: z
    .string('Enter your email address')
    .trim()
    .min(1, 'Enter your email address')
    .max(254, 'Enter a shorter email address')
    .transform(asEmail),
  password: z
    .string('Enter your password')
    .min(1, 'Enter your password')
    .max(LONGEST_PASSWORD, `Password must be ${LONGEST_PASSWORD} characters or fewer`),
  recoveryCode: optional,
  next: optional,
})

export const CodeForm = z.object({
  code: optional.transform((code) => code.trim()),
  recoveryCode: optional.transform((code) => code.trim()),
  ticket: z.string().max(4000).optional().default(''),
  next: optional,
})

export type SignInInput = z.infer<typeof SignInForm>
export type CodeInput = z.infer<typeof CodeForm>
