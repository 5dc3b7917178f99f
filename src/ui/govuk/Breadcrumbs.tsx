import { type Attributes, type Common, type Content, cx } from './params.ts'

/** A page on the way here; without an address, this page. */
export type Breadcrumb = { text: Content; href?: string | undefined; attributes?: Attributes | undefined }
export type BreadcrumbsProps = Common & {
  items: readonly Breadcrumb[]
  collapseOnMobile?: boolean | undefined
  labelText?: string | undefined
}

export const Breadcrumbs = ({
  items,
  collapseOnMobile,
  labelText,
  classes,
  attributes,
}: BreadcrumbsProps) => (
  <nav
    class={cx('govuk-breadcrumbs', classes, collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile')}
    {...attributes}
    aria-label={labelText ?? 'Breadcrumb'}
  >
    <ol class="govuk-breadcrumbs__list">
      {items.map(({ text, href, attributes }) =>
        href ? (
          <li class="govuk-breadcrumbs__list-item">
            <a class="govuk-breadcrumbs__link" {...attributes} href={href}>
              {text}
            </a>
          </li>
        ) : (
          <li class="govuk-breadcrumbs__list-item" aria-current="page">
            {text}
          </li>
        ),
      )}
    </ol>
  </nav>
)
