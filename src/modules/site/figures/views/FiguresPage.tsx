import { dayWords } from '../../../../kernel/moments.ts'
import { Button, StaffPage, WideTable } from '../../../../ui/index.ts'
import { pagesSection } from '../../pages/views/section.ts'
import type { QuotedFigure } from '../domain.ts'

type Props = {
  figures: readonly QuotedFigure[]
  /** Names of figures that Kith counts from its records. */
  counted: readonly string[]
}

/** Figures that pages can show. */
export const FiguresPage = ({ figures, counted }: Props) => (
  <StaffPage title="Figures" wide subNavigation={pagesSection('/staff/pages/figures')}>
    <p class="govuk-body">
      A page shows a figure with its source and date beside it. Write <code>{'{{figure:name}}'}</code> where
      it should stand.
    </p>
    <Button href="/staff/pages/figures/new">Add a figure</Button>
    {figures.length === 0 ? (
      <p class="govuk-body">No figures are quoted yet.</p>
    ) : (
      <WideTable
        caption="Figures quoted from documents"
        captionClasses="govuk-table__caption--m"
        firstCellIsHeader
        head={['Name', 'Figure', 'What it counts', 'Where it comes from']}
        rows={figures.map((figure) => [
          <a class="govuk-link" href={`/staff/pages/figures/${figure.name}`}>
            {figure.name}
          </a>,
          `${figure.value} ${figure.unit}`.trim(),
          figure.counts,
          `${figure.source}, ${dayWords(figure.date)}`,
        ])}
      />
    )}
    {counted.length > 0 && (
      <>
        <h2 class="govuk-heading-m">Figures that Kith counts from its records</h2>
        <ul class="govuk-list govuk-list--bullet">
          {counted.map((name) => (
            <li>{name}</li>
          ))}
        </ul>
      </>
    )}
  </StaffPage>
)
