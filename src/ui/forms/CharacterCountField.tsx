import { CharacterCount } from '../govuk/CharacterCount.tsx'
import { labelOf } from './question.ts'
import type { TextareaFieldProps } from './TextareaField.tsx'

export type CharacterCountFieldProps = TextareaFieldProps & {
  /** In characters. The form's schema holds the limit; this only shows it. */
  maxlength: number
  /** Per cent of the limit from which the count shows. */
  threshold?: number | undefined
}

const number = new Intl.NumberFormat('en-GB')

/** Several lines of text with a limit. */
export const CharacterCountField = ({
  field,
  label,
  size,
  isPageHeading,
  ...textarea
}: CharacterCountFieldProps) => (
  <CharacterCount
    {...textarea}
    textareaDescriptionText={`You can enter up to ${number.format(textarea.maxlength)} characters`}
    label={labelOf({ label, size, isPageHeading })}
    name={field.name}
    value={field.value}
    errorMessage={field.error}
  />
)
