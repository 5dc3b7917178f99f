const escaped = (text: string): string =>
  text.replace(/[<>&'"]/g, (character) => `&#${character.charCodeAt(0)};`)

/** Addresses for search engines, as https://www.sitemaps.org asks. */
export function sitemapXml(origin: string, paths: readonly string[]): string {
  const urls = [...paths].sort().map((path) => `  <url><loc>${escaped(origin + encodeURI(path))}</loc></url>`)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...urls,
    '</urlset>',
    '',
  ].join('\n')
}

/** What search engines may read: a demonstration nothing, a council's site all but pages that are nobody's business. */
export function robotsTxt(origin: string, demonstration: boolean): string {
  if (demonstration) return 'User-agent: *\nDisallow: /\n'
  const closed = ['/staff', '/preview/', '/rate/', '/concerns/', '/invitation/', '/sign-in']
  return [
    'User-agent: *',
    ...closed.map((path) => `Disallow: ${path}`),
    `Sitemap: ${origin}/sitemap.xml`,
    '',
  ].join('\n')
}
