import { type Common, type Content, cx } from './params.ts'

export type ErrorMessageParams = Common & {
  /** Said before the message to people who cannot see its colour; '' for none. */
  visuallyHiddenText?: string | false | undefined
}
export type ErrorMessageProps = ErrorMessageParams & { children?: Content; id?: string | undefined }

export const ErrorMessage = (props: ErrorMessageProps) => {
  const { children, id, classes, attributes, visuallyHiddenText = 'Error' } = props
  return (
    <p id={id || undefined} class={cx('govuk-error-message', classes)} {...attributes}>
      {visuallyHiddenText && <span class="govuk-visually-hidden">{visuallyHiddenText}:</span>}
      {visuallyHiddenText && ' '}
      {children}
    </p>
  )
}
