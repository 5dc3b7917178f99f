export const PAGE_SIZE = 25

const SHOWN = ['all', 'overdue', 'open', 'archived'] as const
type Shown = (typeof SHOWN)[number]

export type ListFilter = {
  /** Part of a title or an address. */
  readonly q: string
  readonly show: Shown
  /** From 1. */
  readonly page: number
}

/** A list's filter from an address: what makes no sense is left out. */
export function readFilter(query: unknown): ListFilter {
  const { q, show, page } = (query ?? {}) as Record<string, unknown>
  const number = typeof page === 'string' && /^\d{1,4}$/.test(page) ? Number(page) : 1
  return {
    q: typeof q === 'string' ? q.replaceAll('\0', '').trim().slice(0, 100) : '',
    show: SHOWN.find((known) => known === show) ?? 'all',
    page: Math.max(1, number),
  }
}
