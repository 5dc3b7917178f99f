import { type Common, type Content, cx } from './params.ts'

export type HintProps = Common & { children?: Content; id?: string | undefined }

export const Hint = ({ children, id, classes, attributes }: HintProps) => (
  <div id={id || undefined} class={cx('govuk-hint', classes)} {...attributes}>
    {children}
  </div>
)
