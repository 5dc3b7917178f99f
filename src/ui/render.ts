import { h, type VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { type Chrome, ChromeContext } from './layout/chrome.ts'

/** A whole HTML document from a page (`PublicPage`, `StaffPage` or `ErrorPage`) and its surroundings. */
export const renderPage = (chrome: Chrome, page: VNode): string =>
  `<!DOCTYPE html>${renderToString(h(ChromeContext.Provider, { value: chrome }, page))}`

/** A piece of a page, for tests and for parts of documents. */
export const renderPart = (part: VNode): string => renderToString(part)
