import { Textarea } from '../govuk/Textarea.tsx'
import { type FieldProps, labelOf } from './question.ts'

export type TextareaFieldProps = FieldProps & { rows?: number | undefined; spellcheck?: boolean | undefined }

/** Several lines of text. */
export const TextareaField = ({ field, label, size, isPageHeading, ...textarea }: TextareaFieldProps) => (
  <Textarea
    {...textarea}
    label={labelOf({ label, size, isPageHeading })}
    name={field.name}
    value={field.value}
    errorMessage={field.error}
  />
)
