import type { Field } from '../../kernel/form.ts'
import { type Checkbox, Checkboxes } from '../govuk/Checkboxes.tsx'
import { type Choices, type GroupFieldProps, itemsOf, legendOf } from './question.ts'

export type CheckboxesFieldProps = GroupFieldProps & { field: Field; items: Choices<Checkbox> }

/** Choose any. */
export const CheckboxesField = ({ field, items, hint, classes, ...heading }: CheckboxesFieldProps) => (
  <Checkboxes
    name={field.name}
    items={itemsOf(items)}
    values={field.values}
    hint={hint}
    errorMessage={field.error}
    classes={classes}
    fieldset={{ legend: legendOf(heading) }}
  />
)
