import { Button } from './Button.tsx'
import { type Common, type Content, cx, isEmpty } from './params.ts'

export type ExitThisPageProps = Common & {
  id?: string | undefined
  /** Where to go: a page that anybody might be reading. */
  redirectUrl?: string | undefined
  children?: Content
  activatedText?: string | undefined
  timedOutText?: string | undefined
  pressTwoMoreTimesText?: string | undefined
  pressOneMoreTimeText?: string | undefined
}

/** Where Exit this page leads unless told otherwise, as in govuk-frontend. */
export const EXIT_URL = 'https://www.bbc.co.uk/weather'

export const ExitThisPage = (props: ExitThisPageProps) => (
  <div
    id={props.id || undefined}
    class={cx('govuk-exit-this-page', props.classes)}
    data-module="govuk-exit-this-page"
    {...props.attributes}
    {...{
      'data-i18n.activated': props.activatedText,
      'data-i18n.timed-out': props.timedOutText,
      'data-i18n.press-two-more-times': props.pressTwoMoreTimesText,
      'data-i18n.press-one-more-time': props.pressOneMoreTimeText,
    }}
  >
    <Button
      classes="govuk-button--warning govuk-exit-this-page__button govuk-js-exit-this-page-button"
      href={props.redirectUrl || EXIT_URL}
      attributes={{ rel: 'nofollow noreferrer' }}
    >
      {isEmpty(props.children) ? (
        <>
          <span class="govuk-visually-hidden">Emergency</span> Exit this page
        </>
      ) : (
        props.children
      )}
    </Button>
  </div>
)
