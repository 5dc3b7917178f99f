import { Input, type InputProps } from '../govuk/Input.tsx'
import { type FieldProps, labelOf } from './question.ts'

export type TextFieldProps = FieldProps &
  Pick<
    InputProps,
    | 'type'
    | 'inputmode'
    | 'autocomplete'
    | 'autocapitalize'
    | 'spellcheck'
    | 'prefix'
    | 'suffix'
    | 'attributes'
  >

/** One line of text that remembers its answer and shows its error. */
export const TextField = ({ field, label, size, isPageHeading, ...input }: TextFieldProps) => (
  <Input
    {...input}
    label={labelOf({ label, size, isPageHeading })}
    name={field.name}
    value={field.value || undefined}
    errorMessage={field.error}
  />
)
