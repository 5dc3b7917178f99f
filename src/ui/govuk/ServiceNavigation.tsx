import { type Attributes, type Common, type Content, cx } from './params.ts'

export type NavigationItem = {
  text: Content
  href?: string | undefined
  /** This very page. */
  current?: boolean | undefined
  /** This page lies below it. */
  active?: boolean | undefined
  attributes?: Attributes | undefined
}
export type ServiceNavigationProps = Common & {
  navigation?: readonly (NavigationItem | false | null | undefined)[] | undefined
  serviceName?: Content
  serviceUrl?: string | undefined
  navigationId?: string | undefined
  navigationLabel?: string | undefined
  navigationClasses?: string | undefined
  menuButtonText?: string | undefined
  menuButtonLabel?: string | undefined
  ariaLabel?: string | undefined
  collapseNavigationOnMobile?: boolean | undefined
  slots?: {
    start?: Content
    end?: Content
    endInline?: boolean
    navigationStart?: Content
    navigationEnd?: Content
  }
}

export const ServiceNavigation = (props: ServiceNavigationProps) => {
  const { serviceName, slots = {}, classes, attributes } = props
  const common: Attributes = {
    class: cx('govuk-service-navigation', classes),
    'data-module': 'govuk-service-navigation',
    ...attributes,
  }
  const inner = (
    <div
      class={cx('govuk-width-container', slots.endInline && 'govuk-service-navigation__inlining-container')}
    >
      {slots.start}
      <div class="govuk-service-navigation__container">
        {serviceName && <ServiceName {...props} />}
        <Navigation {...props} />
      </div>
      {slots.end}
    </div>
  )
  if (!serviceName && !slots.start && !slots.end) return <div {...common}>{inner}</div>
  return (
    <section aria-label={props.ariaLabel ?? 'Service information'} {...common}>
      {inner}
    </section>
  )
}

const ServiceName = ({ serviceName, serviceUrl }: ServiceNavigationProps) => (
  <span class="govuk-service-navigation__service-name">
    {serviceUrl ? (
      <a href={serviceUrl} class="govuk-service-navigation__link">
        {serviceName}
      </a>
    ) : (
      <span class="govuk-service-navigation__text">{serviceName}</span>
    )}
  </span>
)

const Navigation = (props: ServiceNavigationProps) => {
  const { slots = {}, menuButtonText = 'Menu', navigationId = 'navigation' } = props
  const items = (props.navigation ?? []).filter((item) => !!item)
  if (items.length === 0 && !slots.navigationStart && !slots.navigationEnd) return null
  return (
    <nav
      aria-label={props.navigationLabel ?? menuButtonText}
      class={cx('govuk-service-navigation__wrapper', props.navigationClasses)}
    >
      {(props.collapseNavigationOnMobile ?? items.length > 1) && (
        <button
          type="button"
          class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle"
          aria-controls={navigationId}
          aria-label={props.menuButtonLabel !== menuButtonText ? props.menuButtonLabel : undefined}
          hidden
          aria-hidden="true"
        >
          {menuButtonText}
        </button>
      )}
      <ul class="govuk-service-navigation__list" id={navigationId}>
        {slots.navigationStart}
        {items.map((item) => (
          <Item {...item} />
        ))}
        {slots.navigationEnd}
      </ul>
    </nav>
  )
}

const Item = ({ text, href, current, active, attributes }: NavigationItem) => {
  const here = current || active
  const state = here ? (current ? 'page' : 'true') : undefined
  // A strong element marks the current item for people who replace colours and styles.
  const content = here ? <strong class="govuk-service-navigation__active-fallback">{text}</strong> : text
  return (
    <li class={cx('govuk-service-navigation__item', here && 'govuk-service-navigation__item--active')}>
      {href ? (
        <a class="govuk-service-navigation__link" aria-current={state} {...attributes} href={href}>
          {content}
        </a>
      ) : (
        text && (
          <span class="govuk-service-navigation__text" aria-current={state}>
            {content}
          </span>
        )
      )}
    </li>
  )
}
