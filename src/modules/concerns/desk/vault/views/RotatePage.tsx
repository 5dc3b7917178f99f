import type { Form } from '../../../../../kernel/form.ts'
import type { PersonId } from '../../../../../kernel/ids.ts'
import { Button, CheckboxesField, PostForm } from '../../../../../ui/index.ts'
import { VAULT } from '../../paths.ts'
import { DeskPage } from '../../views/DeskPage.tsx'
import type { Holder } from '../domain.ts'

type Props = { holders: readonly Holder[]; me: PersonId; form: Form<{ leaveOut: PersonId[] }> }

/** A new key for what comes next, without those who leave. */
export const RotatePage = ({ holders, me, form }: Props) => {
  const others = holders.filter(({ id, access }) => id !== me && access !== 'no-passphrase')
  return (
    <DeskPage title="Make a new key for the vault" back={VAULT} form={form} open>
      <p class="govuk-body">
        Everyone who can open the vault now gets the new key, but those whom you leave out. Access for a time
        ends. Everyone, you too, then opens the vault again with their own passphrase.
      </p>
      <PostForm>
        {others.length > 0 && (
          <CheckboxesField
            field={form.fields.leaveOut}
            legend="Who should be left out?"
            hint="Select all that apply. Leave them all empty if nobody leaves."
            items={others.map(({ id, name }) => ({ value: id, text: <bdi>{name}</bdi> }))}
          />
        )}
        <Button preventDoubleClick classes="govuk-button--warning">
          Make a new key
        </Button>
      </PostForm>
    </DeskPage>
  )
}
