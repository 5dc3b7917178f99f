import { type Common, type Content, cx } from './params.ts'

export type InsetTextProps = Common & { children?: Content; id?: string | undefined }

export const InsetText = ({ children, id, classes, attributes }: InsetTextProps) => (
  <div id={id || undefined} class={cx('govuk-inset-text', classes)} {...attributes}>
    {children}
  </div>
)
