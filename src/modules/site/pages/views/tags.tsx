import { Tag } from '../../../../ui/index.ts'

const TAGS = {
  draft: { text: 'Draft', classes: 'govuk-tag--grey' },
  review: { text: 'Review', classes: 'govuk-tag--yellow' },
  waiting: { text: 'Publishes later', classes: 'govuk-tag--light-blue' },
  published: { text: 'Published', classes: 'govuk-tag--green' },
  replaced: { text: 'Replaced', classes: 'govuk-tag--grey' },
  archived: { text: 'Archived', classes: 'govuk-tag--red' },
} as const

/** Where a version or a page stands, in a word. */
export const StateTag = ({ state }: { state: keyof typeof TAGS }) => (
  <Tag classes={TAGS[state].classes}>{TAGS[state].text}</Tag>
)
