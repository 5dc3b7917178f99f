import { dateWords } from '../../../../kernel/moments.ts'
import { StaffPage, Tag, WideTable } from '../../../../ui/index.ts'
import type { RecordKind } from '../domain.ts'

/** Every kind of record, and whether it has been set. */
export const KindsPage = ({ kinds }: { kinds: readonly RecordKind[] }) => (
  <StaffPage title="What we hold and why" wide>
    <p class="govuk-body">
      You decide why each kind of record is held and for how long. What you set is public on{' '}
      <a class="govuk-link" href="/what-we-hold">
        What we hold
      </a>
      . Until the kind for concerns is set, residents see telephone numbers only.
    </p>
    <WideTable
      caption="Kinds of record"
      captionClasses="govuk-visually-hidden"
      firstCellIsHeader
      head={['Kind of record', 'State', 'Last set']}
      rows={kinds.map((kind) => [
        <a class="govuk-link" href={`/staff/records/${kind.kind}`}>
          {kind.title}
        </a>,
        <State kind={kind} />,
        kind.setAt ? dateWords(kind.setAt) : 'Not yet',
      ])}
    />
  </StaffPage>
)

const State = ({ kind }: { kind: RecordKind }) => {
  const missing = [
    kind.legalBasis,
    kind.controller,
    kind.recipients,
    kind.reviewAfter,
    kind.deleteAfter,
  ].filter((part) => part === null).length
  if (missing === 0) return <Tag classes="govuk-tag--green">Set</Tag>
  return <Tag classes="govuk-tag--yellow">{missing} not set</Tag>
}
