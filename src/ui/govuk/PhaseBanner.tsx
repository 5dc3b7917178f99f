import { type Common, type Content, cx, type Slot, slotOf } from './params.ts'
import { Tag } from './Tag.tsx'

export type PhaseBannerProps = Common & { tag?: Slot<{ classes?: string | undefined }>; children?: Content }

export const PhaseBanner = ({ tag, children, classes, attributes }: PhaseBannerProps) => {
  const { text, classes: tagClasses } = slotOf<{ classes?: string | undefined }>(tag)
  return (
    <div class={cx('govuk-phase-banner govuk-width-container', classes)} {...attributes}>
      <p class="govuk-phase-banner__content">
        <Tag classes={cx('govuk-phase-banner__content__tag', tagClasses)}>{text}</Tag>
        <span class="govuk-phase-banner__text">{children}</span>
      </p>
    </div>
  )
}
