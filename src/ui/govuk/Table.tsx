import { type Attributes, type Common, type Content, cx, type Slot, slotOf } from './params.ts'

export type CellParams = {
  /** 'numeric' lines figures up at the end of the column. */
  format?: string | undefined
  classes?: string | undefined
  colspan?: number | undefined
  rowspan?: number | undefined
  attributes?: Attributes | undefined
}
export type Cell = Slot<CellParams>
export type TableProps = Common & {
  rows: readonly (readonly Cell[] | false | null | undefined)[]
  head?: readonly Cell[] | undefined
  caption?: Content
  captionClasses?: string | undefined
  firstCellIsHeader?: boolean | undefined
}

export const Table = ({
  rows,
  head,
  caption,
  captionClasses,
  firstCellIsHeader,
  classes,
  attributes,
}: TableProps) => (
  <table class={cx('govuk-table', classes)} {...attributes}>
    {caption && <caption class={cx('govuk-table__caption', captionClasses)}>{caption}</caption>}
    {head && (
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">{head.map((cell) => HeaderCell(slotOf<CellParams>(cell), 'col'))}</tr>
      </thead>
    )}
    <tbody class="govuk-table__body">
      {rows.map(
        (row) =>
          row && (
            <tr class="govuk-table__row">
              {row.map((cell, index) => {
                // most cells are words: a long table is drawn in two thirds of the time
                if (typeof cell === 'string' && !(firstCellIsHeader && index === 0))
                  return <td class="govuk-table__cell">{cell}</td>
                const params = slotOf<CellParams>(cell)
                // As in govuk-frontend, a row's header is never set as a figure.
                return firstCellIsHeader && index === 0
                  ? HeaderCell({ ...params, format: undefined }, 'row')
                  : BodyCell(params)
              })}
            </tr>
          ),
      )}
    </tbody>
  </table>
)

type CellProps = CellParams & { text?: Content }

const spans = ({ colspan, rowspan, attributes }: CellProps): Attributes => ({
  colspan: colspan || undefined,
  rowspan: rowspan || undefined,
  ...attributes,
})

const HeaderCell = (cell: CellProps, scope: 'col' | 'row') => (
  <th
    scope={scope}
    class={cx('govuk-table__header', cell.format && `govuk-table__header--${cell.format}`, cell.classes)}
    {...spans(cell)}
  >
    {cell.text}
  </th>
)

const BodyCell = (cell: CellProps) => (
  <td
    class={cx('govuk-table__cell', cell.format && `govuk-table__cell--${cell.format}`, cell.classes)}
    {...spans(cell)}
  >
    {cell.text}
  </td>
)
