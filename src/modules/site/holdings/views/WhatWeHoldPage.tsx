import { Details, InsetText, PublicPage, SummaryList, Table } from '../../../../ui/index.ts'
import { NOT_SET, periodText, type RecordKind } from '../../records/domain.ts'
import { CANNOT, columnText, type HeldTable } from '../domain.ts'
import { Seals, type ShownSeal } from './Seals.tsx'

export type WhatWeHoldPageProps = {
  kinds: readonly RecordKind[]
  tables: readonly HeldTable[]
  seals: readonly ShownSeal[]
}

/** Every kind of record in this system, from the system itself. */
export const WhatWeHoldPage = ({ kinds, tables, seals }: WhatWeHoldPageProps) => (
  <PublicPage title="What we hold" wide breadcrumbs={[{ text: 'Home', href: '/' }]}>
    <p class="govuk-body-l">Every kind of record that this system can hold, why, and for how long.</p>
    <InsetText>
      This page is made from the database itself each time it is shown. Nobody writes it, so nothing can be
      left out.
    </InsetText>
    <nav aria-label="Kinds of record">
      <ul class="govuk-list govuk-list--bullet">
        {kinds.map((kind) => (
          <li>
            <a class="govuk-link" href={`#${kind.kind}`}>
              {kind.title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
    <h2 class="govuk-heading-m" id="cannot">
      What this system cannot do
    </h2>
    <ul class="govuk-list govuk-list--bullet">
      {CANNOT.map((what) => (
        <li>{what}</li>
      ))}
    </ul>
    <Seals seals={seals} />
    {kinds.map((kind) => (
      <Kind kind={kind} tables={tables.filter((table) => table.kind === kind.kind)} />
    ))}
  </PublicPage>
)

const Kind = ({ kind, tables }: { kind: RecordKind; tables: readonly HeldTable[] }) => (
  <section aria-labelledby={kind.kind}>
    <h2 class="govuk-heading-m" id={kind.kind}>
      {kind.title}
    </h2>
    <SummaryList
      rows={[
        { key: 'Legal basis', value: kind.legalBasis ?? NOT_SET },
        { key: 'Condition for sensitive data', value: kind.condition ?? (kind.setAt ? 'None' : NOT_SET) },
        { key: 'Data controller', value: kind.controller ?? NOT_SET },
        { key: 'May be shared with', value: kind.recipients ?? NOT_SET },
        { key: 'Reviewed after', value: periodText(kind.reviewAfter) ?? NOT_SET },
        { key: 'Deleted after', value: periodText(kind.deleteAfter) ?? NOT_SET },
      ]}
    />
    {tables.length === 0 && <p class="govuk-body">Nothing of this kind can be held yet.</p>}
    {tables.map((table) => (
      <Fields table={table} />
    ))}
  </section>
)

// Folded, since there are hundreds of fields: the reader meets the why before the detail. Printing unfolds them.
const Fields = ({ table }: { table: HeldTable }) => (
  <Details summary={`${table.what ?? table.name} (fields: ${table.columns.length})`}>
    <Table
      caption={table.what ?? table.name}
      captionClasses="govuk-visually-hidden"
      head={['What is held', 'Name in the database']}
      rows={table.columns.map((column) => [
        columnText(column) ?? 'Not explained yet',
        <code class="govuk-!-font-size-16" dir="ltr">
          <Breakable name={`${table.name}.${column.name}`} />
        </code>,
      ])}
    />
  </Details>
)

/** A long name that may wrap after a dot or an underscore. */
const Breakable = ({ name }: { name: string }) => (
  <>
    {name.split(/(?<=[._])/).map((part) => (
      <>
        {part}
        <wbr />
      </>
    ))}
  </>
)
