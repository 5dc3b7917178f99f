import { Table } from '../../../../ui/index.ts'
import { type Fill, type ShownFigure, slotNames } from '../../markdown/index.ts'

type Props = { source: string; fills: ReadonlyMap<string, Fill> }

/** Every figure of a page again, with what it counts and where it comes from. */
export const FiguresOnPage = ({ source, fills }: Props) => {
  const figures = slotNames(source)
    .map((name) => fills.get(name))
    .filter((fill): fill is Fill & { kind: 'figure' } => fill?.kind === 'figure')
  if (figures.length === 0) return null
  return (
    <section aria-labelledby="figures-on-this-page">
      <h2 class="govuk-heading-m" id="figures-on-this-page">
        Figures on this page
      </h2>
      <Table
        firstCellIsHeader
        head={['Figure', 'What it counts', 'Where it comes from']}
        rows={figures.map(({ figure }) => [amount(figure), figure.counts, figure.source])}
      />
    </section>
  )
}

const amount = ({ value, unit }: ShownFigure): string => `${value} ${unit}`.trim()
