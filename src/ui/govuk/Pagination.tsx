import { type Attributes, type Common, type Content, cx, isEmpty } from './params.ts'

export type PaginationLink = {
  href: string
  text?: Content
  /** The title of the page that the link leads to; drawn only where there are no numbers. */
  labelText?: Content
  attributes?: Attributes | undefined
}
export type PageItem = {
  number?: number | string | undefined
  href?: string | undefined
  current?: boolean | undefined
  ellipsis?: boolean | undefined
  visuallyHiddenText?: string | undefined
  attributes?: Attributes | undefined
}
export type PaginationProps = Common & {
  items?: readonly (PageItem | false | null | undefined)[] | undefined
  previous?: PaginationLink | undefined
  next?: PaginationLink | undefined
  landmarkLabel?: string | undefined
}

export const Pagination = (props: PaginationProps) => {
  const { items, previous, next, landmarkLabel, classes, attributes } = props
  const block = !items && Boolean(next || previous)
  return (
    <nav
      class={cx('govuk-pagination', block && 'govuk-pagination--block', classes)}
      aria-label={landmarkLabel || 'Pagination'}
      {...attributes}
    >
      {previous?.href && <ArrowLink link={previous} type="prev" block={block} />}
      {items && (
        <ul class="govuk-pagination__list">
          {items.map((item) => item && Object.keys(item).length > 0 && <PageLink item={item} />)}
        </ul>
      )}
      {next?.href && <ArrowLink link={next} type="next" block={block} />}
    </nav>
  )
}

const ARROWS = {
  prev: 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  next: 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
}

const Arrow = ({ type }: { type: 'prev' | 'next' }) => (
  <svg
    class={`govuk-pagination__icon govuk-pagination__icon--${type}`}
    xmlns="http://www.w3.org/2000/svg"
    height="13"
    width="15"
    aria-hidden="true"
    focusable="false"
    viewBox="0 0 15 13"
  >
    <path d={ARROWS[type]} />
  </svg>
)

const ArrowLink = ({
  link,
  type,
  block,
}: {
  link: PaginationLink
  type: 'prev' | 'next'
  block: boolean
}) => {
  const decorated = block && !link.labelText && 'govuk-pagination__link-title--decorated'
  return (
    <div class={`govuk-pagination__${type}`}>
      <a class="govuk-link govuk-pagination__link" href={link.href} rel={type} {...link.attributes}>
        {(block || type === 'prev') && <Arrow type={type} />}{' '}
        <span class={cx('govuk-pagination__link-title', decorated)}>
          {isEmpty(link.text) ? <DefaultTitle type={type} /> : link.text}
        </span>{' '}
        {block && link.labelText && (
          <>
            <span class="govuk-visually-hidden">:</span>{' '}
            <span class="govuk-pagination__link-label">{link.labelText}</span>
          </>
        )}
        {!block && type === 'next' && <Arrow type={type} />}
      </a>
    </div>
  )
}

const DefaultTitle = ({ type }: { type: 'prev' | 'next' }) => (
  <>
    {type === 'prev' ? 'Previous' : 'Next'}
    <span class="govuk-visually-hidden"> page</span>
  </>
)

const PageLink = ({ item }: { item: PageItem }) => (
  <li
    class={cx(
      'govuk-pagination__item',
      item.current && 'govuk-pagination__item--current',
      item.ellipsis && 'govuk-pagination__item--ellipsis',
    )}
  >
    {item.ellipsis ? (
      '⋯'
    ) : (
      <a
        class="govuk-link govuk-pagination__link"
        href={item.href ?? ''}
        aria-label={item.visuallyHiddenText ?? `Page ${item.number}`}
        aria-current={item.current ? 'page' : undefined}
        {...item.attributes}
      >
        {item.number}
      </a>
    )}
  </li>
)
