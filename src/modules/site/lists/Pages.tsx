import { Pagination } from '../../../ui/index.ts'

export type PagesProps = { page: number; size: number; total: number; href: (page: number) => string }

/** Which part of a list this is, and the way to the rest. */
export const Pages = ({ page, size, total, href }: PagesProps) => {
  const last = Math.max(1, Math.ceil(total / size))
  if (last === 1) return null
  return (
    <>
      <p class="govuk-body">
        Showing {(page - 1) * size + 1} to {Math.min(page * size, total)} of {total}
      </p>
      <Pagination
        items={around(page, last).map((item) =>
          item === null ? { ellipsis: true } : { number: item, href: href(item), current: item === page },
        )}
        previous={page > 1 ? { href: href(page - 1) } : undefined}
        next={page < last ? { href: href(page + 1) } : undefined}
      />
    </>
  )
}

/** First, last, this one and its neighbours; null where some are left out. */
function around(page: number, last: number): readonly (number | null)[] {
  const shown = [...new Set([1, page - 1, page, page + 1, last])]
    .filter((n) => n >= 1 && n <= last)
    .sort((a, b) => a - b)
  return shown.flatMap((n, at) => (at > 0 && n - (shown[at - 1] ?? 0) > 1 ? [null, n] : [n]))
}

/** An address with a query, leaving out what is empty. */
export function withQuery(
  path: string,
  query: Readonly<Record<string, string | number | undefined>>,
): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== '') params.set(name, String(value))
  const text = params.toString()
  return text ? `${path}?${text}` : path
}
