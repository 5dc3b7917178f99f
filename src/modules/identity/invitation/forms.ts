import { z } from 'zod'

const text = z.string().max(1000).optional().default('')

export const PasswordForm = z.object({ password: text, again: text })
export const AppForm = z.object({ code: text.transform((code) => code.trim()), setup: text.pipe(z.string()) })

export type PasswordInput = z.infer<typeof PasswordForm>
export type AppInput = z.infer<typeof AppForm>
