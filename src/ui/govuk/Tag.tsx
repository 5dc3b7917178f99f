import { type Common, type Content, cx } from './params.ts'

export type TagProps = Common & { children?: Content }

/** A status word. Colours are classes: `govuk-tag--green`, `--red`, `--yellow`, `--grey` and so on. */
export const Tag = ({ children, classes, attributes }: TagProps) => (
  <strong class={cx('govuk-tag', classes)} {...attributes}>
    {children}
  </strong>
)
