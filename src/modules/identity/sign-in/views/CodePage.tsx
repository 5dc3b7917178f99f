import type { Form } from '../../../../kernel/form.ts'
import {
  Button,
  Details,
  HiddenField,
  KeptToken,
  PostForm,
  PublicPage,
  TextField,
} from '../../../../ui/index.ts'
import type { CodeInput } from '../forms.ts'

type Props = { form: Form<CodeInput>; kept: string | undefined }

export const CodePage = ({ form, kept }: Props) => (
  <PublicPage title="Enter your security code" form={form} noindex bare back="/sign-in">
    <PostForm action="/sign-in/code">
      <KeptToken kept={kept} />
      <HiddenField field={form.fields.next} />
      <HiddenField field={form.fields.ticket} />
      <TextField
        field={form.fields.code}
        label="Security code"
        hint="Open your authenticator app. The code has 6 numbers and changes every 30 seconds."
        inputmode="numeric"
        autocomplete="one-time-code"
        spellcheck={false}
        classes="govuk-input--width-10 govuk-input--extra-letter-spacing"
      />
      <Details summary="I cannot use my app" open={form.fields.recoveryCode.value !== ''}>
        <TextField
          field={form.fields.recoveryCode}
          label="Recovery code"
          hint="One of the ten codes you were given when you set up your account. Each works once."
          autocomplete="off"
          spellcheck={false}
          classes="govuk-input--width-20"
        />
      </Details>
      <Button preventDoubleClick>Sign in</Button>
    </PostForm>
  </PublicPage>
)
