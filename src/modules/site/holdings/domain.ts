export type HeldColumn = { readonly name: string; readonly what: string | null }
export type HeldTable = {
  /** `schema.table` */
  readonly name: string
  readonly what: string | null
  /** Of the kind of record that names this table. */
  readonly kind: string | null
  readonly columns: readonly HeldColumn[]
}

/** Columns that mean the same in every table, and hold nothing about anybody. */
const COMMON: Readonly<Record<string, string>> = {
  id: 'Number of the record',
  version: 'How often it has been saved',
}

/** What a column holds, in words; undefined when nobody has said. */
export const columnText = ({ name, what }: HeldColumn): string | undefined => what ?? COMMON[name]

/** Everything that nobody has explained or put under a kind of record: a release must have none. */
export function unexplained(tables: readonly HeldTable[]): readonly string[] {
  return tables.flatMap((table) => [
    ...(table.what === null ? [`${table.name} has no comment`] : []),
    ...(table.kind === null ? [`${table.name} belongs to no kind of record`] : []),
    ...table.columns
      .filter((column) => columnText(column) === undefined)
      .map((column) => `${table.name}.${column.name} has no comment`),
  ])
}

/** What Kith has no place for. Each is kept by the database: there is no such table or column. */
export const CANNOT: readonly string[] = [
  'Give a person a score, a risk flag or a place on a watch-list',
  'Hold a person’s religion, ethnicity, nationality or immigration status in a field of their own',
  'Turn somebody who comes to a project, writes to us or rates a page into a concern',
  'Search the rest of the system and concerns together: they are kept apart, and read through different doors',
  'Let a machine decide, or write, anything about a person',
  'Know who rated a page, or who told us of a worry without giving a name',
  'Keep a visitor’s internet address',
]
