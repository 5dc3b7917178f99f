import type { Form } from '../../../../kernel/form.ts'
import { Button, PasswordField, PostForm, StaffPage } from '../../../../ui/index.ts'
import { SHORTEST_PASSWORD } from '../../invitation/password-rule.ts'
import type { NewPasswordInput } from '../forms.ts'

export const ChangePasswordPage = ({ form, email }: { form: Form<NewPasswordInput>; email: string }) => (
  <StaffPage title="Change your password" back="/staff/account" form={form}>
    <p class="govuk-body">You stay signed in here, and are signed out everywhere else.</p>
    <PostForm>
      <input type="hidden" name="email" autocomplete="username" value={email} />
      <PasswordField
        field={form.fields.current}
        label="Password you have now"
        autocomplete="current-password"
      />
      <PasswordField
        field={form.fields.password}
        label="New password"
        hint={`Use ${SHORTEST_PASSWORD} characters or more. Three words that do not belong together are easy to remember and hard to guess.`}
        autocomplete="new-password"
      />
      <PasswordField
        field={form.fields.again}
        label="Type the new password again"
        autocomplete="new-password"
      />
      <Button preventDoubleClick>Change password</Button>
    </PostForm>
  </StaffPage>
)
