import type { Content } from '../govuk/params.ts'

export type TimelineItem = {
  label: Content
  /** Who did it. */
  byline?: Content
  /** As words, and for machines in ISO 8601. */
  at: { text: string; iso: string }
  children?: Content
}
export type TimelineProps = { items: readonly TimelineItem[]; headingLevel?: number | undefined }

/** What happened, the latest first. */
export const Timeline = ({ items, headingLevel = 2 }: TimelineProps) => {
  const Heading = `h${headingLevel}` as 'h2'
  return (
    <div class="moj-timeline">
      {items.map(({ label, byline, at, children }) => (
        <div class="moj-timeline__item">
          <div class="moj-timeline__header">
            <Heading class="moj-timeline__title">{label}</Heading>{' '}
            {byline && <p class="moj-timeline__byline">by {byline}</p>}
          </div>
          <p class="moj-timeline__date">
            <time datetime={at.iso}>{at.text}</time>
          </p>
          <div class="moj-timeline__description">{children}</div>
        </div>
      ))}
    </div>
  )
}
