import { type Attributes, type Common, type Content, cx, isEmpty } from './params.ts'

export type ErrorSummaryItem = {
  text: Content
  href?: string | undefined
  attributes?: Attributes | undefined
}
export type ErrorSummaryProps = Common & {
  titleText: Content
  /** A paragraph before the list. */
  children?: Content
  errorList?: readonly ErrorSummaryItem[] | undefined
  disableAutoFocus?: boolean | undefined
}

export const ErrorSummary = (props: ErrorSummaryProps) => {
  const { titleText, children, errorList = [], classes, attributes, disableAutoFocus } = props
  return (
    <div
      class={cx('govuk-error-summary', classes)}
      data-disable-auto-focus={disableAutoFocus === undefined ? undefined : String(disableAutoFocus)}
      {...attributes}
      data-module="govuk-error-summary"
    >
      <div role="alert">
        <h2 class="govuk-error-summary__title">{titleText}</h2>
        <div class="govuk-error-summary__body">
          {!isEmpty(children) && <p>{children}</p>}
          {errorList.length > 0 && (
            <ul class="govuk-list govuk-error-summary__list">
              {errorList.map(({ text, href, attributes }) => (
                <li>
                  {href ? (
                    <a {...attributes} href={href}>
                      {text}
                    </a>
                  ) : (
                    text
                  )}
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </div>
  )
}
