import type { Form } from '../../../../kernel/form.ts'
import { CharacterCountField, RadiosField, TextareaField, TextField } from '../../../../ui/index.ts'
import { WORRY_MAX } from '../domain.ts'
import { DANGER_WORDS, LANGUAGES, TIE_WORDS, YES_NO_WORDS } from '../labels.ts'
import { Telephone } from './Numbers.tsx'
import { type Place, Question } from './Question.tsx'

type Asked<Name extends string> = {
  place: Place
  form: Pick<Form<Record<Name, unknown>>, 'fields' | 'errors'>
}

const OPTIONAL = 'You do not have to answer.'

export const DangerQuestion = ({ place, form }: Asked<'danger'>) => (
  <Question place={place} form={form} title="Question 1 of 6" heading={false}>
    <RadiosField
      field={form.fields.danger}
      legend="Is anyone in danger now?"
      hint={OPTIONAL}
      isPageHeading
      items={DANGER_WORDS}
    />
  </Question>
)

/** Right after "Yes". Sending stays possible, but the telephone comes first. */
export const Call999 = ({ place }: { place: Place }) => (
  <Question place={place} title="Call 999" heading="Call 999 now" button="Continue to write to us">
    <p class="govuk-body">If someone is in danger now, call 999 and ask for the police. It is free.</p>
    <Telephone number="999" large />
    <p class="govuk-body">
      If you cannot speak, listen to the questions and cough or tap the telephone. From a mobile, press 55
      when asked.
    </p>
    <p class="govuk-body">
      We do not read what you write here at once. You can still write to us. It does not delay the police.
    </p>
  </Question>
)

export const WorryQuestion = ({ place, form }: Asked<'worry'>) => (
  <Question place={place} form={form} title="Question 2 of 6" heading={false}>
    <CharacterCountField
      field={form.fields.worry}
      label="What worries you?"
      hint="Write in any language. Short is fine. You do not need to give names."
      isPageHeading
      maxlength={WORRY_MAX}
      threshold={75}
      rows={10}
      spellcheck={false}
    />
  </Question>
)

export const WhenQuestion = ({ place, form }: Asked<'happened'>) => (
  <Question place={place} form={form} title="Question 3 of 6" heading={false}>
    <TextareaField
      field={form.fields.happened}
      label="When did this happen?"
      hint={`${OPTIONAL} For example: last week, or since the summer.`}
      isPageHeading
      rows={3}
      spellcheck={false}
    />
  </Question>
)

export const PersonQuestion = ({ place, form }: Asked<'tie' | 'tieOther'>) => (
  <Question place={place} form={form} title="Question 4 of 6" heading={false}>
    <RadiosField
      field={form.fields.tie}
      legend="How do you know the person?"
      hint={OPTIONAL}
      isPageHeading
      items={Object.entries(TIE_WORDS).map(([value, text]) =>
        value === 'other'
          ? {
              value,
              text,
              conditional: (
                <TextField
                  field={form.fields.tieOther}
                  label="How do you know them?"
                  autocomplete="off"
                  spellcheck={false}
                />
              ),
            }
          : { value, text },
      )}
    />
  </Question>
)

export const LanguageQuestion = ({ place, form }: Asked<'language' | 'interpreter'>) => (
  <Question place={place} form={form} title="Question 6 of 6" heading="Your language">
    <TextField
      field={form.fields.language}
      label="Which language should we reply in?"
      hint={OPTIONAL}
      autocomplete="off"
      attributes={{ list: 'languages', dir: 'auto' }}
      classes="govuk-input--width-20"
    />
    <datalist id="languages">
      {LANGUAGES.map((language) => (
        <option value={language} />
      ))}
    </datalist>
    <RadiosField
      field={form.fields.interpreter}
      legend="Do you need an interpreter?"
      hint="We pay for the interpreter."
      items={YES_NO_WORDS}
      inline
    />
  </Question>
)
