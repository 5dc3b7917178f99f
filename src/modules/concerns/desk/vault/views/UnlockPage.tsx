import type { Form } from '../../../../../kernel/form.ts'
import {
  Button,
  InsetText,
  KeptToken,
  PasswordField,
  PostForm,
  WarningText,
} from '../../../../../ui/index.ts'
import { VAULT } from '../../paths.ts'
import { DeskPage } from '../../views/DeskPage.tsx'
import type { Shut } from '../domain.ts'

export type UnlockForm = Form<{ passphrase: string }>
export type UnlockProps = {
  shut: Shut
  form: UnlockForm
  next: string
  /** A form that waits until the vault is open, sealed. */
  kept?: string | undefined
  /** The words of a form that is too long to wait, to be copied: browsers keep no page of ours to go back to. */
  tooLong?: readonly string[] | undefined
}

/** Where a page needs the open vault and finds it shut. */
export const UnlockPage = (props: UnlockProps) => (
  <DeskPage
    title={props.shut === 'locked' ? 'Open the vault' : 'The vault is not open to you yet'}
    form={props.form}
  >
    {props.tooLong && <TooLong texts={props.tooLong} />}
    {props.kept && (
      <InsetText>
        The vault locked before your answers were saved. They are kept on this page. Open the vault, and you
        can go on.
      </InsetText>
    )}
    <UnlockBox {...props} />
  </DeskPage>
)

const TooLong = ({ texts }: { texts: readonly string[] }) => (
  <InsetText>
    <p class="govuk-body">
      The vault locked before your answers were saved, and they are too long to keep here. Copy what you wrote
      now, then open the vault:
    </p>
    {texts.map((text) => (
      <p class="govuk-body kith-as-written" dir="auto">
        {text}
      </p>
    ))}
  </InsetText>
)

/** How to open the vault, or what has to happen first. */
export const UnlockBox = ({ shut, form, next, kept }: UnlockProps) => {
  if (shut === 'forged') return <Forged />
  if (shut === 'none') return <NotMade />
  if (shut === 'no-passphrase') return <NoPassphrase />
  return (
    <>
      {shut === 'not-granted' && <Waiting />}
      <PostForm action={`${VAULT}/open`}>
        <input type="hidden" name="next" value={next} />
        <KeptToken kept={kept} />
        <PasswordField
          field={form.fields.passphrase}
          label="Vault passphrase"
          hint="Not the password that you sign in with. Opening takes a few seconds."
          autocomplete="current-password"
          classes="govuk-input--width-20"
        />
        <Button preventDoubleClick>Open the vault</Button>
      </PostForm>
      <p class="govuk-body">
        <a class="govuk-link" href={`${VAULT}/forgotten`}>
          I have forgotten my vault passphrase
        </a>
      </p>
    </>
  )
}

const Forged = () => (
  <>
    <WarningText>Somebody may have changed the vault’s key in the database.</WarningText>
    <p class="govuk-body">
      It is not a key that this system made, so nothing is locked with it. Nobody can send a concern online,
      and the public pages show telephone numbers only. What came before is safe.
    </p>
    <p class="govuk-body">
      Do not type your vault passphrase anywhere. Tell whoever runs Kith for your council, and your data
      protection officer, now.
    </p>
  </>
)

const NotMade = () => (
  <>
    <p class="govuk-body">
      The council has not made its vault yet. Until it does, no concern can be sent online, and the public
      pages show telephone numbers only.
    </p>
    <p class="govuk-body">Ask whoever runs Kith for your council to make the vault.</p>
    <NoPassphrase />
  </>
)

const NoPassphrase = () => (
  <>
    <p class="govuk-body">
      Concerns are locked in a vault. Each officer opens it with a passphrase of their own. You have not set
      yours.
    </p>
    <Button href={`${VAULT}/passphrase`}>Set your vault passphrase</Button>
  </>
)

const Waiting = () => (
  <InsetText>
    You have set a vault passphrase. Now ask a colleague who can open the vault to give you access. They do it
    on the page “The vault”.
  </InsetText>
)
