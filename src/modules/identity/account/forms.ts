import { z } from 'zod'

const text = z.string().max(1000).optional().default('')

export const NewPasswordForm = z.object({ current: text, password: text, again: text })
export const ConfirmForm = z.object({ current: text })

export type NewPasswordInput = z.infer<typeof NewPasswordForm>
export type ConfirmInput = z.infer<typeof ConfirmForm>
