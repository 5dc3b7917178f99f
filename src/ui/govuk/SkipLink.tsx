import { type Common, type Content, cx } from './params.ts'

export type SkipLinkProps = Common & { href?: string | undefined; children?: Content }

export const SkipLink = ({ href, children, classes, attributes }: SkipLinkProps) => (
  <a
    href={href || '#content'}
    class={cx('govuk-skip-link', classes)}
    {...attributes}
    data-module="govuk-skip-link"
  >
    {children}
  </a>
)
