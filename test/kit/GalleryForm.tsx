import { z } from 'zod'
import { readForm } from '../../src/kernel/form.ts'
import * as kit from '../../src/ui/index.ts'

const Answers = z.object({
  name: z.string().min(1, 'Enter your name'),
  story: z.string().min(20, 'Tell us more'),
  notes: z.string(),
  colour: z.enum(['red', 'green'], 'Select a colour'),
  routes: z.array(z.string()).min(1, 'Select what should happen next'),
  'when-day': z.string().min(1, 'Date must include a day'),
  'when-month': z.string(),
  'when-year': z.string(),
  language: z.string(),
  password: z.string().min(8, 'Password must be 8 characters or more'),
})

const sent = {
  name: '',
  'when-day': '',
  routes: [],

  story: 'Short',
  notes: '\nKept',
  'when-month': '2',
  'when-year': '2026',
  language: 'ar',
  password: 'x',
}

/** A form sent with mistakes: every control shows its answer and its error. */
export const galleryForm = readForm(Answers, sent)

export const GalleryForm = ({ fields } = galleryForm) => (
  <kit.PostForm>
    <kit.TextField
      field={fields.name}
      label="Your name"
      hint="As you like to be called"
      classes="govuk-input--width-20"
    />
    <kit.CharacterCountField field={fields.story} label="What worries you?" maxlength={10_000} rows={4} />
    <kit.TextareaField field={fields.notes} label="Notes" rows={3} />
    <kit.RadiosField
      field={fields.colour}
      legend="Which colour?"
      hint="Choose one."
      items={[
        {
          value: 'red',
          text: 'Red',
          hint: 'Like a post box',
          conditional: <p class="govuk-body">A warm choice.</p>,
        },
        { value: 'green', text: 'Green' },
        { divider: 'or' },
        { value: 'none', text: 'None of these' },
      ]}
    />
    <kit.CheckboxesField
      field={fields.routes}
      legend="What should happen next?"
      items={{ advice: 'Advice', police: 'Police' }}
    />
    <kit.DateField
      day={fields['when-day']}
      month={fields['when-month']}
      year={fields['when-year']}
      legend="When was it?"
      hint="For example, 27 3 2026"
    />
    <kit.SelectField field={fields.language} label="Language" items={{ en: 'English', ar: 'العربية' }} />
    <kit.PasswordField field={fields.password} label="Password" />
    <div class="govuk-button-group">
      <kit.Button>Save and continue</kit.Button>
      <kit.Button classes="govuk-button--secondary">Save as draft</kit.Button>
      <kit.Button classes="govuk-button--warning">Delete</kit.Button>
      <kit.Button disabled>Not now</kit.Button>
    </div>
  </kit.PostForm>
)
