import type { Form } from '../../../../kernel/form.ts'
import {
  Button,
  DateField,
  HiddenField,
  PostForm,
  StaffPage,
  TextareaField,
  TextField,
} from '../../../../ui/index.ts'
import type { FigureInput } from '../forms.ts'

type Props = {
  /** Of the figure that is changed; none for a new one. */
  name?: string
  form: Form<FigureInput>
}

/** One figure, with what it counts and where it is written. */
export const FigurePage = ({ name, form }: Props) => (
  <StaffPage title={name ? `Figure: ${name}` : 'Add a figure'} back="/staff/pages/figures" form={form}>
    <PostForm>
      <HiddenField field={form.fields.version} />
      {name === undefined && (
        <TextField
          field={form.fields.name}
          label="Short name"
          hint="Pages use this name, like parents-2016."
        />
      )}
      <TextField
        field={form.fields.value}
        label="Figure"
        hint="Just as the document says it, like 57 or more than 10."
        classes="govuk-input--width-10"
      />
      <TextField
        field={form.fields.unit}
        label="Of what"
        hint="Like parents."
        classes="govuk-input--width-10"
      />
      <WhereFrom form={form} />
      <Button>Save figure</Button>
    </PostForm>
    {name !== undefined && (
      <PostForm action={`/staff/pages/figures/${name}/remove`}>
        <Button classes="govuk-button--warning">Remove this figure</Button>
      </PostForm>
    )}
  </StaffPage>
)

const WhereFrom = ({ form }: Pick<Props, 'form'>) => (
  <>
    <TextareaField
      field={form.fields.counts}
      rows={3}
      label="What it counts, in full"
      hint="Who or what is counted, where, and from when to when."
    />
    <TextField
      field={form.fields.source}
      label="Document it comes from"
      hint="Who wrote it, and its title."
    />
    <DateField
      day={form.fields.day}
      month={form.fields.month}
      year={form.fields.year}
      legend="Date of the document"
      hint="For example, 24 1 2019"
    />
  </>
)
