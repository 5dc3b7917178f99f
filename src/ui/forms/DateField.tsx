import type { Field } from '../../kernel/form.ts'
import { DateInput, type DatePart } from '../govuk/DateInput.tsx'
import { type GroupFieldProps, legendOf } from './question.ts'

export type DateFieldProps = GroupFieldProps & {
  day: Field
  month: Field
  year: Field
  /** An error about the whole date; otherwise the first part's error is shown. */
  error?: string | undefined
}

/** A date in three boxes. An error marks the boxes that carry it, or all three. */
export const DateField = ({ day, month, year, error, hint, classes, ...heading }: DateFieldProps) => (
  <DateInput
    id={`${day.name}-group`}
    day={partOf(day, 'Day')}
    month={partOf(month, 'Month')}
    year={{ ...partOf(year, 'Year'), classes: 'govuk-input--width-4' }}
    hint={hint}
    classes={classes}
    errorMessage={error ?? day.error ?? month.error ?? year.error}
    fieldset={{ legend: legendOf(heading) }}
  />
)

const partOf = (field: Field, label: string): DatePart => ({
  name: field.name,
  id: field.name,
  label,
  value: field.value || undefined,
  ...(field.error ? { error: true } : {}),
})
