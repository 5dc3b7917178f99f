import { type Common, type Content, cx } from './params.ts'

export type WarningTextProps = Common & { children?: Content; iconFallbackText?: string | undefined }

export const WarningText = ({ children, iconFallbackText, classes, attributes }: WarningTextProps) => (
  <div class={cx('govuk-warning-text', classes)} {...attributes}>
    <span class="govuk-warning-text__icon" aria-hidden="true">
      !
    </span>
    <strong class="govuk-warning-text__text">
      <span class="govuk-visually-hidden">{iconFallbackText || 'Warning'}</span> {children}
    </strong>
  </div>
)
