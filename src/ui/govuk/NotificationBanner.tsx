import { type Common, type Content, cx, isEmpty } from './params.ts'

export type NotificationBannerProps = Common & {
  /** One line, drawn as the banner's heading. */
  text?: Content
  /** Richer content, drawn as it is. */
  children?: Content
  type?: 'success' | undefined
  titleText?: Content
  titleId?: string | undefined
  titleHeadingLevel?: number | undefined
  role?: string | undefined
  disableAutoFocus?: boolean | undefined
}

export const NotificationBanner = (props: NotificationBannerProps) => {
  const success = props.type === 'success'
  const titleId = props.titleId || 'govuk-notification-banner-title'
  const Heading = `h${props.titleHeadingLevel || 2}` as 'h2'
  return (
    <div
      class={cx('govuk-notification-banner', success && 'govuk-notification-banner--success', props.classes)}
      role={(props.role || (success ? 'alert' : 'region')) as 'alert'}
      aria-labelledby={titleId}
      data-module="govuk-notification-banner"
      data-disable-auto-focus={
        props.disableAutoFocus === undefined ? undefined : String(props.disableAutoFocus)
      }
      {...props.attributes}
    >
      <div class="govuk-notification-banner__header">
        <Heading class="govuk-notification-banner__title" id={titleId}>
          {isEmpty(props.titleText) ? (success ? 'Success' : 'Important') : props.titleText}
        </Heading>
      </div>
      <div class="govuk-notification-banner__content">
        {isEmpty(props.children) && !isEmpty(props.text) ? (
          <p class="govuk-notification-banner__heading">{props.text}</p>
        ) : (
          props.children
        )}
      </div>
    </div>
  )
}
