import type { Form } from '../../../../kernel/form.ts'
import {
  Button,
  HiddenField,
  KeptToken,
  PasswordField,
  PostForm,
  PublicPage,
  TextField,
} from '../../../../ui/index.ts'
import type { SignInInput } from '../forms.ts'
import { type Lost, WhatYouWrote } from './WhatYouWrote.tsx'

type Props = {
  form: Form<SignInInput>
  /** A form that waits until somebody has signed in, sealed. */
  kept?: string | undefined
  /** Why a form that was sent is not kept. */
  lost?: Lost | undefined
  /** Whether to offer the recovery code at once: strangers are being slowed down. */
  offerRecovery?: boolean | undefined
}

export const SignInPage = ({ form, kept, lost, offerRecovery }: Props) => (
  <PublicPage title="Sign in" form={form} noindex bare>
    <WhatYouWrote kept={kept} lost={lost} />
    <p class="govuk-body">For people who work with us. You need your password and your authenticator app.</p>
    <PostForm action="/sign-in">
      <KeptToken kept={kept} />
      <HiddenField field={form.fields.next} />
      <TextField
        field={form.fields.email}
        label="Email address"
        type="email"
        autocomplete="username"
        spellcheck={false}
        autocapitalize="none"
      />
      <PasswordField field={form.fields.password} label="Password" autocomplete="current-password" />
      {(offerRecovery || form.fields.recoveryCode.value !== '') && (
        <TextField
          field={form.fields.recoveryCode}
          label="Recovery code (optional)"
          hint="Somebody is trying passwords for this account. With a recovery code you can sign in now. It looks like 7KQ2-M4XR-W9TC-H3VD."
          autocomplete="off"
          spellcheck={false}
          classes="govuk-input--width-20"
        />
      )}
      <Button preventDoubleClick>Continue</Button>
    </PostForm>
    <h2 class="govuk-heading-s">If you cannot sign in</h2>
    <p class="govuk-body">
      Ask an administrator for a new link. It lets you choose a new password and set up your app again.
    </p>
  </PublicPage>
)
