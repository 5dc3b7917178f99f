import { PasswordInput } from '../govuk/PasswordInput.tsx'
import { type FieldProps, labelOf } from './question.ts'

export type PasswordFieldProps = FieldProps & {
  autocomplete?: 'current-password' | 'new-password' | undefined
}

/** A password. What was typed is never sent back in a page. */
export const PasswordField = ({ field, label, size, isPageHeading, ...input }: PasswordFieldProps) => (
  <PasswordInput
    {...input}
    label={labelOf({ label, size, isPageHeading })}
    name={field.name}
    errorMessage={field.error}
  />
)
