import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

export type Encoding = 'identity' | 'gzip' | 'br'
export type Headers = Readonly<Record<string, string | number>>
export type Variant = { readonly headers: Headers; readonly body: Buffer }

/** A page as bytes: plain and compressed, each with the headers that go with it. */
export type KeptPage = {
  readonly variants: Readonly<Record<Encoding, Variant>>
  /** Headers of the answer that nothing has changed. */
  readonly notModified: Headers
  /** Every entity tag of this page. */
  readonly tags: readonly string[]
  /** Bytes in memory. */
  readonly size: number
}

const squeeze = {
  gzip: (body: Buffer) => promisify(gzip)(body, { level: 9 }),
  br: (body: Buffer) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
}

/** Compresses a page, once, off the event loop. Each encoding has a strong entity tag of its own (RFC 9110, 8.8.3). */
export async function keepPage(html: string, sent: Readonly<Record<string, unknown>>): Promise<KeptPage> {
  const plain = Buffer.from(html)
  const [zipped, brotli] = await Promise.all([squeeze.gzip(plain), squeeze.br(plain)])
  const hash = createHash('sha256').update(plain).digest('base64url').slice(0, 27)
  const common = { ...commonHeaders(sent), vary: 'accept-encoding' }
  const variant = (body: Buffer, encoding: Encoding): Variant => ({
    body,
    headers: {
      ...common,
      etag: tagOf(hash, encoding),
      'content-length': body.length,
      ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
    },
  })
  return {
    variants: {
      identity: variant(plain, 'identity'),
      gzip: variant(zipped, 'gzip'),
      br: variant(brotli, 'br'),
    },
    notModified: withoutContent(common),
    tags: [tagOf(hash, 'identity'), tagOf(hash, 'gzip'), tagOf(hash, 'br')],
    size: plain.length + zipped.length + brotli.length,
  }
}

const tagOf = (hash: string, encoding: Encoding): string =>
  `"${hash}${encoding === 'identity' ? '' : `-${encoding}`}"`

function commonHeaders(sent: Readonly<Record<string, unknown>>): Record<string, string> {
  if ('set-cookie' in sent) throw new Error('a page that sets a cookie is not the same for everybody')
  const entries = Object.entries(sent).filter(
    ([name]) => name !== 'content-length' && name !== 'content-encoding',
  )
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]))
}

const withoutContent = (headers: Record<string, string>): Headers =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith('content-type')))

/** The entity tag that the reader already has, when it is one of this page's. */
export function tagHeld(page: KeptPage, ifNoneMatch: string | undefined): string | undefined {
  if (ifNoneMatch === undefined) return undefined
  if (ifNoneMatch.trim() === '*') return page.tags[0]
  // caches on the way may weaken a tag; for this comparison weak and strong are alike (RFC 9110, 13.1.2)
  const held = ifNoneMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  return page.tags.find((tag) => held.includes(tag))
}

const known = new Map<string, Encoding>()
const KNOWN_MOST = 200

/** The best encoding that a reader takes: Brotli, else gzip, else none (RFC 9110, 12.5.3). */
export function encodingFor(accepts: string | undefined): Encoding {
  if (accepts === undefined || accepts === '') return 'identity'
  const found = known.get(accepts)
  if (found) return found
  const chosen = choose(accepts)
  if (known.size < KNOWN_MOST) known.set(accepts, chosen)
  return chosen
}

function choose(accepts: string): Encoding {
  const takes = new Map(
    accepts
      .toLowerCase()
      .split(',')
      .map((part) => {
        const [name = '', ...params] = part.split(';').map((piece) => piece.trim())
        const q = params.find((param) => param.startsWith('q='))
        return [name, q === undefined ? 1 : Number(q.slice(2)) || 0] as const
      }),
  )
  const any = takes.get('*') ?? 0
  if ((takes.get('br') ?? any) > 0) return 'br'
  return (takes.get('gzip') ?? any) > 0 ? 'gzip' : 'identity'
}
