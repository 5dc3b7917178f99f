import type { Form } from '../../../../../kernel/form.ts'
import { Button, CheckboxesField, PasswordField, PostForm, WarningText } from '../../../../../ui/index.ts'
import { VAULT } from '../../paths.ts'
import { DeskPage } from '../../views/DeskPage.tsx'

type Twice = { passphrase: string; again: string }

const New = ({ form }: { form: Form<Twice> }) => (
  <>
    <PasswordField
      field={form.fields.passphrase}
      label="New vault passphrase"
      hint="12 characters or more. Four or five words that have nothing to do with each other are easy to remember and hard to guess."
      autocomplete="new-password"
    />
    <PasswordField field={form.fields.again} label="New vault passphrase again" autocomplete="new-password" />
  </>
)

const NobodyResets = () => (
  <WarningText>
    Nobody can see or reset this passphrase: not your colleagues, not the council, not whoever runs Kith.
  </WarningText>
)

/** The first passphrase of an officer. */
export const SetPage = ({ form }: { form: Form<Twice> }) => (
  <DeskPage title="Set your vault passphrase" back={VAULT} form={form}>
    <p class="govuk-body">
      It opens the vault in which concerns are kept. Use one that you use nowhere else. When it is set, a
      colleague who can open the vault gives you access.
    </p>
    <NobodyResets />
    <PostForm>
      <New form={form} />
      <Button preventDoubleClick>Set passphrase</Button>
    </PostForm>
  </DeskPage>
)

/** Another passphrase, by somebody who knows the present one. */
export const ChangePage = ({ form }: { form: Form<Twice & { old: string }> }) => (
  <DeskPage title="Change your vault passphrase" back={VAULT} form={form}>
    <NobodyResets />
    <PostForm>
      <PasswordField
        field={form.fields.old}
        label="The vault passphrase that you have now"
        autocomplete="current-password"
      />
      <New form={form} />
      <Button preventDoubleClick>Change passphrase</Button>
    </PostForm>
  </DeskPage>
)

/** Starting again with a new key. */
export const ForgottenPage = ({ form }: { form: Form<Twice & { sure: string }> }) => (
  <DeskPage title="Forgotten vault passphrase" back={VAULT} form={form}>
    <p class="govuk-body">
      You can set a new passphrase here. It opens nothing until a colleague who can open the vault gives you
      access again. If no colleague can, whoever keeps the council’s recovery key can.
    </p>
    <PostForm>
      <New form={form} />
      <CheckboxesField
        field={form.fields.sure}
        legend="Are you sure?"
        items={{ yes: 'I know that I cannot open the vault until I am given access again' }}
      />
      <Button preventDoubleClick classes="govuk-button--warning">
        Set a new passphrase
      </Button>
    </PostForm>
  </DeskPage>
)
