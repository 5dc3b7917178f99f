import { type Common, type Content, cx, isEmpty } from './params.ts'

export type LabelParams = Common & { isPageHeading?: boolean | undefined }
export type LabelProps = LabelParams & { children?: Content; for?: string | undefined }

export const Label = ({ children, classes, attributes, isPageHeading, for: forId }: LabelProps) => {
  if (isEmpty(children)) return null
  const label = (
    <label class={cx('govuk-label', classes)} {...attributes} for={forId || undefined}>
      {children}
    </label>
  )
  return isPageHeading ? <h1 class="govuk-label-wrapper">{label}</h1> : label
}
