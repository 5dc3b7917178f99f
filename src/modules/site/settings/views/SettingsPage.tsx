import type { Form } from '../../../../kernel/form.ts'
import {
  Button,
  CheckboxesField,
  HiddenField,
  PostForm,
  StaffPage,
  SummaryList,
  TextareaField,
  TextField,
} from '../../../../ui/index.ts'
import { LANGUAGES, languageOf } from '../../languages.ts'
import type { SettingsInput } from '../forms.ts'

type Theirs = Readonly<Partial<Record<keyof SettingsInput, string | number | readonly string[] | undefined>>>
type Props = {
  form: Form<SettingsInput>
  /** What somebody else saved while this form was open. */
  theirs?: Theirs
}

/** What the council says of itself on every page. */
export const SettingsPage = ({ form, theirs }: Props) => (
  <StaffPage title="Council details" back="/staff" form={form}>
    {theirs && <Both theirs={theirs} />}
    <PostForm>
      <HiddenField field={form.fields.version} />
      <NameAndNumbers fields={form.fields} />
      <Rest fields={form.fields} />
      <Button>Save details</Button>
    </PostForm>
  </StaffPage>
)

type Fields = Pick<Form<SettingsInput>, 'fields'>

const NameAndNumbers = ({ fields }: Fields) => (
  <>
    <TextField field={fields.name} label="Name of the council" />
    <TextField field={fields.shortName} label="Short name" classes="govuk-input--width-20" />
    <TextField
      field={fields.concernPhone}
      label="Telephone number for concerns"
      hint="The safeguarding team’s own line."
      type="tel"
      classes="govuk-input--width-20"
    />
    <TextField
      field={fields.concernHours}
      label="When it is answered"
      hint="Like Monday to Friday, 9am to 5pm."
    />
    <TextField
      field={fields.contactPhone}
      label="Telephone number for anything else"
      type="tel"
      classes="govuk-input--width-20"
    />
  </>
)

const Rest = ({ fields }: Fields) => (
  <>
    <TextField
      field={fields.brandColour}
      label="Colour of the council"
      hint="A # and six letters or numbers. White text must be easy to read on it."
      classes="govuk-input--width-10"
    />
    <TextField
      field={fields.complaintsUrl}
      label="Where to complain to the council"
      hint="An address that starts with https://. If it is empty, this site’s own page is used."
    />
    <TextareaField
      field={fields.dataProtectionContact}
      rows={2}
      label="How to reach the data protection officer"
      hint="A role, an address or a number. Not a person’s name."
    />
    <CheckboxesField
      field={fields.languages}
      legend="Languages that pages are translated into"
      hint="Besides English."
      items={LANGUAGES.filter(({ code }) => code !== 'en').map(({ code, name, own }) => ({
        value: code,
        text: (
          <>
            {name} – <bdi lang={code}>{own}</bdi>
          </>
        ),
      }))}
    />
  </>
)

const LABELS = {
  name: 'Name',
  shortName: 'Short name',
  concernPhone: 'Telephone for concerns',
  concernHours: 'When it is answered',
  contactPhone: 'Telephone for anything else',
  brandColour: 'Colour',
  complaintsUrl: 'Where to complain',
  dataProtectionContact: 'Data protection officer',
  languages: 'Languages',
} as const

const Both = ({ theirs }: { theirs: Theirs }) => (
  <>
    <h2 class="govuk-heading-m">What is saved now</h2>
    <SummaryList
      rows={Object.entries(LABELS).map(([name, key]) => ({
        key,
        value: textOf(theirs[name as keyof Theirs]),
      }))}
    />
    <h2 class="govuk-heading-m">What you wrote</h2>
  </>
)

const textOf = (value: Theirs[keyof Theirs]): string =>
  Array.isArray(value) ? value.map((code) => languageOf(code).name).join(', ') : String(value ?? 'Not set')
