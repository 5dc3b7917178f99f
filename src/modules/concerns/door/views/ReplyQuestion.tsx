import type { Form } from '../../../../kernel/form.ts'
import { RadiosField, TextareaField, TextField } from '../../../../ui/index.ts'
import { REPLY_WORDS, YES_NO_WORDS } from '../labels.ts'
import { type Place, Question } from './Question.tsx'

type Names = 'replyBy' | 'telephone' | 'leaveMessage' | 'email' | 'address' | 'safeTime'
type Props = { place: Place; form: Pick<Form<Record<Names, unknown>>, 'fields' | 'errors'> }

// Browsers may send what they spell-check or remember to others: every field of the journey tells them not to.

/** How to answer without putting anybody at risk. The receipt alone is the first choice: it leaves no trace. */
export const ReplyQuestion = ({ place, form }: Props) => (
  <Question place={place} form={form} title="Question 5 of 6" heading={false}>
    <RadiosField
      field={form.fields.replyBy}
      legend="What is a safe way to reply to you?"
      hint="You do not have to answer. Think about who else can see your telephone, email or letters."
      isPageHeading
      items={[
        {
          value: 'receipt',
          text: REPLY_WORDS.receipt,
          hint: 'You will get a receipt at the end. Nobody will contact you.',
        },
        { value: 'telephone', text: REPLY_WORDS.telephone, conditional: <ByTelephone form={form} /> },
        {
          value: 'email',
          text: REPLY_WORDS.email,
          conditional: (
            <TextField
              field={form.fields.email}
              label="Email address"
              type="email"
              autocomplete="off"
              spellcheck={false}
            />
          ),
        },
        {
          value: 'letter',
          text: REPLY_WORDS.letter,
          conditional: (
            <TextareaField
              field={form.fields.address}
              label="Name and address for the letter"
              rows={4}
              spellcheck={false}
            />
          ),
        },
      ]}
    />
    <TextareaField
      field={form.fields.safeTime}
      label="When is it safe to contact you?"
      hint="For example: Mondays before 3pm. Leave this empty if you only want to use your receipt."
      rows={2}
      spellcheck={false}
    />
  </Question>
)

const ByTelephone = ({ form }: Pick<Props, 'form'>) => (
  <>
    <TextField
      field={form.fields.telephone}
      label="Telephone number"
      type="tel"
      autocomplete="off"
      classes="govuk-input--width-20"
    />
    <RadiosField
      field={form.fields.leaveMessage}
      legend="Is it safe to leave a message?"
      items={YES_NO_WORDS}
      inline
    />
  </>
)
