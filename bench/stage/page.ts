import { request } from 'node:http'

/** One answer as it came: its bytes are not decompressed. */
export type Page = {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: Buffer
}

/** Gets or posts one page with exactly these headers. */
export function fetchPage(
  url: URL,
  headers: Readonly<Record<string, string>> = {},
  form?: string,
): Promise<Page> {
  const sent = form === undefined ? headers : { ...headers, 'content-type': FORM }
  return new Promise((resolve, reject) => {
    const asked = request(url, { method: form === undefined ? 'GET' : 'POST', headers: sent, agent: false })
    asked.on('error', reject)
    asked.on('response', (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('error', reject)
      answer.on('end', () => {
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) })
      })
    })
    asked.end(form)
  })
}

export const FORM = 'application/x-www-form-urlencoded'

/** Where an address leads in the end. Throws when that is no page. */
export async function addressOfPage(url: URL, headers: Readonly<Record<string, string>>): Promise<URL> {
  let at = url
  for (let hops = 0; hops < 5; hops++) {
    const { status, headers: said } = await fetchPage(at, headers)
    if (status === 200) return at
    if (status < 300 || status > 399 || typeof said.location !== 'string')
      throw new Error(`${at.pathname} answers ${status}`)
    at = new URL(said.location, at)
  }
  throw new Error(`${url.pathname} leads round in circles`)
}

/** Request line and headers for the load generator. */
export const requestHead = (method: string, url: URL, headers: Readonly<Record<string, string>>): string =>
  [
    `${method} ${url.pathname} HTTP/1.1`,
    `host: ${url.host}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ].join('\r\n')
