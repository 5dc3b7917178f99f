import { ROLES } from '../../../../kernel/actor.ts'
import type { Form } from '../../../../kernel/form.ts'
import { Button, CheckboxesField, PostForm, StaffPage, TextField } from '../../../../ui/index.ts'
import { ROLE_HINTS, ROLE_LABELS } from '../../roles.ts'
import { takesTwo } from '../domain.ts'
import type { InviteInput } from '../forms.ts'

/** A role as a choice, with what it is for. */
export const roleChoices = ROLES.map((role) => ({
  value: role,
  text: ROLE_LABELS[role],
  hint: takesTwo(role) ? `${ROLE_HINTS[role]} A second person must agree.` : ROLE_HINTS[role],
}))

export const InvitePage = ({ form }: { form: Form<InviteInput> }) => (
  <StaffPage title="Invite somebody" back="/staff/people" form={form}>
    <PostForm>
      <TextField field={form.fields.name} label="Name" hint="As colleagues know them." autocomplete="off" />
      <TextField
        field={form.fields.email}
        label="Email address"
        hint="They sign in with it. It cannot be changed later."
        type="email"
        autocomplete="off"
        spellcheck={false}
      />
      <CheckboxesField
        field={form.fields.roles}
        legend="Roles"
        hint="Select all that apply."
        items={roleChoices}
      />
      <Button preventDoubleClick>Make the link</Button>
    </PostForm>
  </StaffPage>
)
