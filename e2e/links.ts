import type { Page } from 'playwright-core'

/** Pages of one kind differ only in their number. */
export const kindOf = (path: string) =>
  path
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replaceAll(/\d+/g, ':n')
    .replace(/\?.*/, (q) => q.replaceAll(/=[^&]*/g, '='))

/** Where the page's links lead on our own site. */
export async function linksOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const own = [...document.querySelectorAll('a[href]')].map(
      (a) => new URL(a.getAttribute('href') ?? '', location.href),
    )
    return own.filter((url) => url.origin === location.origin).map((url) => url.pathname + url.search)
  })
}
