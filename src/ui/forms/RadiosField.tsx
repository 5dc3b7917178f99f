import type { Field } from '../../kernel/form.ts'
import { Radios } from '../govuk/Radios.tsx'
import { type Choices, type GroupFieldProps, itemsOf, legendOf } from './question.ts'

export type RadiosFieldProps = GroupFieldProps & {
  field: Field
  items: Choices
  inline?: boolean | undefined
}

/** Choose one. */
export const RadiosField = ({ field, items, hint, inline, classes, ...heading }: RadiosFieldProps) => (
  <Radios
    name={field.name}
    items={itemsOf(items)}
    value={field.value || undefined}
    hint={hint}
    errorMessage={field.error}
    classes={inline ? `govuk-radios--inline ${classes ?? ''}`.trim() : classes}
    fieldset={{ legend: legendOf(heading) }}
  />
)
