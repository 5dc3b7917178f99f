import type { Form } from '../../../../kernel/form.ts'
import { Button, Details, HiddenField, PostForm, PublicPage, TextField } from '../../../../ui/index.ts'
import { spacedSecret, totpUri } from '../../sign-in/totp.ts'
import type { AppInput } from '../forms.ts'
import { QrCode } from './QrCode.tsx'

type Props = { form: Form<AppInput>; secret: string; issuer: string; email: string; action: string }

export const AppPage = ({ form, secret, issuer, email, action }: Props) => (
  <PublicPage
    title="Set up your authenticator app"
    caption="Set up your account: step 2 of 3"
    form={form}
    noindex
    bare
  >
    <p class="govuk-body">
      The app shows a new code every 30 seconds. You need one each time you sign in. If you have no such app,
      install one on your phone first: Microsoft Authenticator and Google Authenticator both work.
    </p>
    <ol class="govuk-list govuk-list--number">
      <li>Open the app and add an account.</li>
      <li>Scan this code.</li>
      <li>Enter the 6 numbers that the app shows.</li>
    </ol>
    <p>
      <QrCode text={totpUri(secret, issuer, email)} label="QR code for your authenticator app" />
    </p>
    <Details summary="I cannot scan the code">
      <p class="govuk-body">Type this key into the app instead. Choose “time based” if it asks.</p>
      <p class="govuk-body govuk-!-font-weight-bold">
        <bdi>{spacedSecret(secret)}</bdi>
      </p>
    </Details>
    <PostForm action={action}>
      <HiddenField field={form.fields.setup} />
      <TextField
        field={form.fields.code}
        label="Security code"
        hint="6 numbers"
        inputmode="numeric"
        autocomplete="one-time-code"
        spellcheck={false}
        classes="govuk-input--width-10 govuk-input--extra-letter-spacing"
      />
      <Button preventDoubleClick>Continue</Button>
    </PostForm>
  </PublicPage>
)
