import type { Form } from '../../../../kernel/form.ts'
import { Button, PasswordField, PostForm, StaffPage } from '../../../../ui/index.ts'
import { RecoveryCodes } from '../../invitation/views/RecoveryCodes.tsx'
import type { ConfirmInput } from '../forms.ts'

export const AskNewCodesPage = ({ form }: { form: Form<ConfirmInput> }) => (
  <StaffPage title="Get new recovery codes" back="/staff/account" form={form}>
    <p class="govuk-body">You get ten new codes. The old ones stop working.</p>
    <PostForm>
      <PasswordField field={form.fields.current} label="Your password" autocomplete="current-password" />
      <Button preventDoubleClick>Get new codes</Button>
    </PostForm>
  </StaffPage>
)

export const NewCodesPage = ({ codes }: { codes: readonly string[] }) => (
  <StaffPage title="Keep these recovery codes">
    <RecoveryCodes codes={codes} next="/staff/account" />
  </StaffPage>
)
