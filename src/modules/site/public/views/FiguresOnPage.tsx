import { WideTable } from '../../../../ui/index.ts'
import { En } from '../../En.tsx'
import { type Fill, type ShownFigure, slotNames } from '../../markdown/index.ts'

type Props = { source: string; fills: ReadonlyMap<string, Fill> }

/** Every figure of a page again, with what it counts and where it comes from. */
export const FiguresOnPage = ({ source, fills }: Props) => {
  const figures = slotNames(source)
    .map((name) => fills.get(name))
    .filter((fill): fill is Fill & { kind: 'figure' } => fill?.kind === 'figure')
  if (figures.length === 0) return null
  return (
    <div class="kith-figures">
      <h2 class="govuk-heading-m" id="figures-on-this-page">
        <En>Figures on this page</En>
      </h2>
      <WideTable
        caption="Figures on this page"
        captionClasses="govuk-visually-hidden"
        firstCellIsHeader
        head={HEAD.map((words) => <En>{words}</En>)}
        rows={figures.map(({ figure }) =>
          [amount(figure), figure.counts, figure.source].map((words) => <bdi>{words}</bdi>),
        )}
      />
    </div>
  )
}

const HEAD = ['Figure', 'What it counts', 'Where it comes from']

const amount = ({ value, unit }: ShownFigure): string => `${value} ${unit}`.trim()
