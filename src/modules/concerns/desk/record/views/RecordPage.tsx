import type { Form } from '../../../../../kernel/form.ts'
import {
  Button,
  CharacterCountField,
  DateField,
  PostForm,
  RadiosField,
  TextareaField,
  TextField,
} from '../../../../../ui/index.ts'
import { NothingDelays } from '../../decision/views/NoContactYet.tsx'
import { CHANNEL_WORDS, CHANNELS } from '../../labels.ts'
import { DESK } from '../../paths.ts'
import { DeskPage } from '../../views/DeskPage.tsx'

export type RecordFields = Form<{
  channel: unknown
  danger: unknown
  worry: unknown
  happened: unknown
  relationship: unknown
  contact: unknown
  language: unknown
  day: unknown
  month: unknown
  year: unknown
  time: unknown
  receipt: unknown
}>

/** Writing down what came by another way than the website. */
export const RecordPage = ({ form, token }: { form: RecordFields; token: string }) => (
  <DeskPage title="Record a concern" back={DESK} form={form} open>
    <p class="govuk-body">For what came by telephone, letter or email, or was said to you.</p>
    <NothingDelays />
    <PostForm>
      <input type="hidden" name="once" value={token} />
      <RadiosField
        field={form.fields.danger}
        legend="Is anyone in danger now?"
        hint="If so, call 999 before you write this down."
        items={{ yes: 'Yes', no: 'No' }}
        inline
      />
      <CharacterCountField
        field={form.fields.worry}
        label="What worries them?"
        hint="Write down what they said, in their words. Do not write down nationality, immigration status or belief."
        maxlength={10_000}
        threshold={75}
        rows={8}
      />
      <HowItCame form={form} />
      <More form={form} />
      <RadiosField
        field={form.fields.receipt}
        legend="Do they want a receipt?"
        hint="Seven words or groups of digits, which you read to them. With it they can see replies on the website."
        items={{ yes: 'Yes', no: 'No' }}
        inline
      />
      <Button preventDoubleClick>Save concern</Button>
    </PostForm>
  </DeskPage>
)

const HowItCame = ({ form }: { form: RecordFields }) => (
  <>
    <RadiosField
      field={form.fields.channel}
      legend="How did it come?"
      items={CHANNELS.map((value) => ({ value, text: CHANNEL_WORDS[value] }))}
    />
    <DateField
      day={form.fields.day}
      month={form.fields.month}
      year={form.fields.year}
      legend="On which day did it come?"
      hint="The clock starts then. For example, 23 11 2026."
    />
    <TextField
      field={form.fields.time}
      label="At what time?"
      hint="For example, 9:30 or 14:05"
      classes="govuk-input--width-5"
    />
  </>
)

const More = ({ form }: { form: RecordFields }) => (
  <>
    <TextField field={form.fields.happened} label="When did it happen? (optional)" />
    <TextField field={form.fields.relationship} label="How do they know the person? (optional)" />
    <TextareaField
      field={form.fields.contact}
      label="How and when is it safe to reach them? (optional)"
      rows={3}
    />
    <TextField field={form.fields.language} label="Language for a reply (optional)" />
  </>
)
