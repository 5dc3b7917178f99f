import { type Common, type Content, cx } from './params.ts'

export type DetailsProps = Common & {
  summary: Content
  children?: Content
  id?: string | undefined
  open?: boolean | undefined
}

export const Details = ({ summary, children, id, open, classes, attributes }: DetailsProps) => (
  <details id={id || undefined} class={cx('govuk-details', classes)} {...attributes} open={open}>
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">{summary}</span>
    </summary>
    <div class="govuk-details__text">{children}</div>
  </details>
)
