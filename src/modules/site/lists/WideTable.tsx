import { Scrollable, Table, type TableProps } from '../../../ui/index.ts'

/** A table that scrolls inside its own box where the screen is narrow. Its caption names the box. */
export const WideTable = (props: TableProps & { caption: string }) => (
  <Scrollable label={props.caption}>
    <Table {...props} />
  </Scrollable>
)
