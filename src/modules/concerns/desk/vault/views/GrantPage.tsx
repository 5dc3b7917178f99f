import type { Form } from '../../../../../kernel/form.ts'
import { dateWords } from '../../../../../kernel/moments.ts'
import {
  Button,
  CheckboxesField,
  PostForm,
  RadiosField,
  SelectField,
  TextareaField,
} from '../../../../../ui/index.ts'
import { VAULT } from '../../paths.ts'
import { DeskPage } from '../../views/DeskPage.tsx'
import type { Holder } from '../domain.ts'

type GrantInput = {
  checked: string
  lasting: string
  hours?: string | undefined
  reason?: string | undefined
}
type Props = { holder: Holder; isLead: boolean; form: Form<GrantInput> }

const HOURS = { '': 'Choose', '1': '1 hour', '4': '4 hours', '8': '8 hours', '24': '1 day', '72': '3 days' }

/** Giving an officer the keys of the vault. */
export const GrantPage = ({ holder, isLead, form }: Props) => (
  <DeskPage title={`Give ${holder.name} access to the vault`} back={VAULT} form={form} open>
    <p class="govuk-body">
      They will be able to read every concern, but those that they step back from. They set their passphrase
      on {holder.keySetAt ? dateWords(holder.keySetAt) : 'no day yet'}.
    </p>
    <PostForm>
      <CheckboxesField
        field={form.fields.checked}
        legend="Is it really them?"
        hint="Speak to them in person or on a number that you know."
        items={{ yes: 'I have spoken to them, and they set this passphrase' }}
      />
      {isLead && <ForATime form={form} />}
      <Button preventDoubleClick>Give access</Button>
    </PostForm>
  </DeskPage>
)

const ForATime = ({ form }: { form: Form<GrantInput> }) => (
  <RadiosField
    field={form.fields.lasting}
    legend="How long do they need access?"
    items={[
      { value: 'for-good', text: 'For their work from now on' },
      {
        value: 'for-a-time',
        text: 'For a time, in an emergency',
        conditional: (
          <>
            <SelectField field={form.fields.hours} label="It ends after" items={HOURS} />
            <TextareaField
              field={form.fields.reason}
              label="Why do they need access now?"
              hint="Do not write anything about a concern. Another officer reviews this afterwards."
              rows={3}
            />
          </>
        ),
      },
    ]}
  />
)
