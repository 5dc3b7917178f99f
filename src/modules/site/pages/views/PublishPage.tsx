import type { Form } from '../../../../kernel/form.ts'
import {
  Button,
  DateField,
  HiddenField,
  PostForm,
  RadiosField,
  StaffPage,
  TextField,
} from '../../../../ui/index.ts'
import type { PublishInput } from '../forms.ts'
import type { AuthoredVersion } from '../store.ts'

type Props = { pageId: string; version: AuthoredVersion; form: Form<PublishInput> }

/** When a version becomes public. */
export const PublishPage = ({ pageId, version, form }: Props) => (
  <StaffPage
    title={`Publish version ${version.number}: ${version.title}`}
    back={`/staff/pages/${pageId}`}
    form={form}
  >
    <p class="govuk-body">
      Check it first:{' '}
      <a class="govuk-link" href={`/staff/pages/${pageId}/versions/${version.id}`}>
        what changed and how it reads
      </a>
      . Once it is public, this version stays as it is. A change is a new version.
    </p>
    <PostForm>
      <HiddenField field={form.fields.version} />
      <RadiosField
        field={form.fields.when}
        legend="When should it be published?"
        items={[
          { value: 'now', text: 'Now' },
          { value: 'later', text: 'At a time that you set', conditional: <Later form={form} /> },
        ]}
      />
      <Button>Publish</Button>
    </PostForm>
  </StaffPage>
)

const Later = ({ form: { fields } }: Pick<Props, 'form'>) => (
  <>
    <DateField
      day={fields.day}
      month={fields.month}
      year={fields.year}
      legend="Day"
      hint="For example, 27 3 2027"
    />
    <TextField
      field={fields.time}
      label="Time"
      hint="On the clock here, for example 09:00 or 17:30"
      classes="govuk-input--width-5"
    />
  </>
)
