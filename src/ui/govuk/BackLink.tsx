import { type Common, type Content, cx, isEmpty } from './params.ts'

export type BackLinkProps = Common & { href?: string | undefined; children?: Content }

export const BackLink = ({ href, children, classes, attributes }: BackLinkProps) => (
  <a href={href || '#'} class={cx('govuk-back-link', classes)} {...attributes}>
    {isEmpty(children) ? 'Back' : children}
  </a>
)
