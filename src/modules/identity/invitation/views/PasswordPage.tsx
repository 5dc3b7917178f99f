import type { Form } from '../../../../kernel/form.ts'
import { Button, InsetText, PasswordField, PostForm, PublicPage } from '../../../../ui/index.ts'
import type { PasswordInput } from '../forms.ts'
import { SHORTEST_PASSWORD } from '../password-rule.ts'
import type { Invitation } from '../store.ts'

type Props = { invitation: Invitation; form: Form<PasswordInput>; action: string }

export const PasswordPage = ({ invitation, form, action }: Props) => (
  <PublicPage title="Choose a password" caption="Set up your account: step 1 of 3" form={form} noindex bare>
    <p class="govuk-body">
      This account is for <bdi>{invitation.name}</bdi>. If that is not you, stop here and tell the person who
      gave you the link.
    </p>
    {invitation.again && (
      <InsetText>
        You have an account. Your new password and app replace the old ones, and you are signed out
        everywhere.
      </InsetText>
    )}
    <PostForm action={action}>
      <input type="hidden" name="email" autocomplete="username" value={invitation.email} />
      <p class="govuk-body">
        You will sign in as <bdi>{invitation.email}</bdi>.
      </p>
      <PasswordField
        field={form.fields.password}
        label="Password"
        hint={`Use ${SHORTEST_PASSWORD} characters or more. Three words that do not belong together are easy to remember and hard to guess.`}
        autocomplete="new-password"
      />
      <PasswordField field={form.fields.again} label="Type the password again" autocomplete="new-password" />
      <Button preventDoubleClick>Continue</Button>
    </PostForm>
  </PublicPage>
)
