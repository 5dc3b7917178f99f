import { z } from 'zod'
import { ROLES } from '../../../kernel/actor.ts'
import { asEmail } from '../sign-in/domain.ts'

const name = z
  .string('Enter a name')
  .trim()
  .min(1, 'Enter a name')
  .max(200, 'Name must be 200 characters or fewer')
const version = z.coerce.number().int().min(1)
// one @, something on both sides, no blanks: whether it exists only the person can tell
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

export const InviteForm = z.object({
  name,
  email: z
    .string('Enter an email address')
    .transform(asEmail)
    .pipe(
      z
        .string()
        .min(1, 'Enter an email address')
        // a long text is not looked at further: the pattern takes the square of its length
        .max(254, { error: 'Email address must be 254 characters or fewer', abort: true })
        .regex(EMAIL, 'Enter an email address in the correct format, like name@example.com'),
    ),
  roles: z.array(z.enum(ROLES)).min(1, 'Select at least one role'),
})
export const NameForm = z.object({ name, version })
export const RoleForm = z.object({ role: z.enum(ROLES, 'Select a role'), version })
export const VersionForm = z.object({ version })

export type InviteInput = z.infer<typeof InviteForm>
export type NameInput = z.infer<typeof NameForm>
export type RoleInput = z.infer<typeof RoleForm>
