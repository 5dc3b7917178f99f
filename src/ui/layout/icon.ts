import type { ChromeAuthority } from './chrome.ts'

/** The tab's picture: the council's first letter in its colour. Inside the page, so that it costs no request. */
export function iconFor({ name, brandColour }: Pick<ChromeAuthority, 'name' | 'brandColour'>): string {
  const colour = /^#[0-9a-f]{6}$/i.test(brandColour) ? brandColour : '#1d4f91'
  // Letters alone: what else a name may start with could mean something in SVG.
  const letter = /\p{L}/u.exec(name)?.[0]?.toUpperCase() ?? ''
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="${colour}"/><text x="16" y="23" font-family="system-ui,sans-serif" font-size="20" font-weight="700" fill="#fff" text-anchor="middle">${letter}</text></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}
