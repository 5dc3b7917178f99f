import { ErrorSummary } from '../govuk/ErrorSummary.tsx'

/** The part of a form that the error summary and the page's title need. */
export type FormErrors = { readonly errors: readonly { readonly name: string; readonly message: string }[] }

export type ErrorSummaryForProps = { form: FormErrors | undefined; titleText?: string | undefined }

/** A form's errors, each linked to its field; nothing when there are none. Layouts draw it from their `form`. */
export const ErrorSummaryFor = ({ form, titleText = 'There is a problem' }: ErrorSummaryForProps) => {
  if (!form || form.errors.length === 0) return null
  const errorList = form.errors.map(({ name, message }) => ({
    text: message,
    href: name ? `#${name}` : undefined,
  }))
  return <ErrorSummary titleText={titleText} errorList={errorList} />
}
