// A query that comes back is prepared: PostgreSQL then reads and plans it once a connection, which for a page under
// row-level security is most of what it costs. Through PgBouncer this needs 1.21 or later (max_prepared_statements).

/** More names than this would cost each connection memory for plans; a program has fewer texts than that. */
const MOST_NAMED = 250
const MOST_SEEN = 1_000

const named = new Map<string, string>()
const seen = new Set<string>()

/** The name to prepare a query under, from its second time on; none for what is asked once or in endless shapes. */
export function statementName(text: string): string | undefined {
  const name = named.get(text)
  if (name !== undefined || named.size >= MOST_NAMED) return name
  if (!seen.has(text)) {
    if (seen.size >= MOST_SEEN) seen.clear()
    seen.add(text)
    return undefined
  }
  seen.delete(text)
  named.set(text, `kith_${named.size + 1}`)
  return named.get(text)
}

/** Whether a connection's prepared queries no longer fit the tables, as after a migration: it must be replaced. */
export function isOutdated(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  // feature_not_supported ("cached plan must not change result type") and invalid_sql_statement_name
  return code === '0A000' || code === '26000'
}
