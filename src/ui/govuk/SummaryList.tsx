import { type Common, type Content, cx, type Slot, slotOf } from './params.ts'
import { ActionLink, type SummaryActions, SummaryCard, type SummaryCardParams } from './SummaryCard.tsx'

type Classes = { classes?: string | undefined }

export type SummaryRow = {
  key: Slot<Classes>
  value: Slot<Classes>
  classes?: string | undefined
  actions?: SummaryActions | undefined
}
export type SummaryListProps = Common & {
  rows: readonly (SummaryRow | false | null | undefined)[]
  card?: SummaryCardParams | undefined
}

export const SummaryList = ({ rows, card, classes, attributes }: SummaryListProps) => {
  const anyActions = rows.some((row) => (row ? row.actions?.items?.length : 0))
  const list = (
    <dl class={cx('govuk-summary-list', classes)} {...attributes}>
      {rows.map((row) => row && <Row row={row} anyActions={Boolean(anyActions)} cardTitle={card?.title} />)}
    </dl>
  )
  return card ? <SummaryCard {...card}>{list}</SummaryCard> : list
}

const Row = ({
  row,
  anyActions,
  cardTitle,
}: {
  row: SummaryRow
  anyActions: boolean
  cardTitle: Content
}) => {
  const key = slotOf<Classes>(row.key)
  const value = slotOf<Classes>(row.value)
  const noActions = anyActions && !row.actions?.items
  return (
    <div
      class={cx('govuk-summary-list__row', noActions && 'govuk-summary-list__row--no-actions', row.classes)}
    >
      <dt class={cx('govuk-summary-list__key', key.classes)}>{key.text}</dt>
      <dd class={cx('govuk-summary-list__value', value.classes)}>{value.text}</dd>
      {row.actions && <RowActions {...row.actions} cardTitle={cardTitle} />}
    </div>
  )
}

const RowActions = ({ items = [], classes, cardTitle }: SummaryActions & { cardTitle: Content }) => {
  if (items.length === 0) return null
  const links = items.map((action) => <ActionLink action={action} cardTitle={cardTitle} />)
  return (
    <dd class={cx('govuk-summary-list__actions', classes)}>
      {links.length === 1 ? (
        links
      ) : (
        <ul class="govuk-summary-list__actions-list">
          {links.map((link) => (
            <li class="govuk-summary-list__actions-list-item">{link}</li>
          ))}
        </ul>
      )}
    </dd>
  )
}
