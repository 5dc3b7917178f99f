/** What fills a slot: a figure with where it comes from, or a few words of the council's own. */
export type Fill =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'link'; readonly href: string; readonly text: string }
  | { readonly kind: 'telephone'; readonly text: string }
  | { readonly kind: 'figure'; readonly figure: ShownFigure }

/** A figure as readers see it. */
export type ShownFigure = {
  readonly value: string
  readonly unit: string
  /** What it counts, in full. */
  readonly counts: string
  /** Where it comes from, with its date. */
  readonly source: string
}

/** A slot in a sentence. A figure stands with its source and date beside it. */
export const SlotText = ({ fill }: { fill: Fill | undefined }) => {
  if (!fill) return <span class="kith-slot-empty">[not available at the moment]</span>
  if (fill.kind === 'words') return <>{fill.text}</>
  if (fill.kind === 'link')
    return (
      <a class="govuk-link" href={fill.href}>
        {fill.text}
      </a>
    )
  if (fill.kind === 'telephone') return <Telephone number={fill.text} />
  const { value, unit, source } = fill.figure
  return (
    <bdi class="kith-figure">
      <strong>
        {value}
        {unit && ` ${unit}`}
      </strong>{' '}
      <small class="kith-figure__source govuk-!-font-size-16">({source})</small>
    </bdi>
  )
}

/** A number to dial: a link, and never turned round in a page that reads from the right. */
const Telephone = ({ number }: { number: string }) => (
  <a class="govuk-link" href={`tel:${number.replace(/[^0-9+]/g, '')}`}>
    <bdi dir="ltr">{number}</bdi>
  </a>
)
