import { Table, type TableProps } from '../govuk/Table.tsx'
import { Scrollable } from './Scrollable.tsx'

/** A table that scrolls inside its own box where the screen is narrow. Its caption names the box. */
export const WideTable = (props: TableProps & { caption: string }) => (
  <Scrollable label={props.caption}>
    <Table {...props} />
  </Scrollable>
)
