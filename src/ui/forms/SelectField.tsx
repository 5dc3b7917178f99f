import { Select, type SelectItem } from '../govuk/Select.tsx'
import { type FieldProps, labelOf } from './question.ts'

export type SelectFieldProps = FieldProps & {
  /** Value to words, or items. */
  items: Readonly<Record<string, string>> | readonly SelectItem[]
}

/** Choose one from a long list. Radios are easier for people: prefer them when there are few choices. */
export const SelectField = ({ field, label, items, size, isPageHeading, ...select }: SelectFieldProps) => (
  <Select
    {...select}
    label={labelOf({ label, size, isPageHeading })}
    name={field.name}
    value={field.value || undefined}
    items={Array.isArray(items) ? items : Object.entries(items).map(([value, text]) => ({ value, text }))}
    errorMessage={field.error}
  />
)
