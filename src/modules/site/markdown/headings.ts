import type { MarkElement, MarkNode } from './parse.ts'

export type Heading = { readonly level: 2 | 3 | 4; readonly id: string }

const written = (tag: string): number => (/^h[1-6]$/.test(tag) ? Number(tag.slice(1)) : 0)

/** The words of a part, without its marks. */
function plainText(nodes: readonly MarkNode[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'element') return plainText(node.children)
      return 'text' in node ? node.text : ' '
    })
    .join('')
}

/**
 * Where each heading stands: the page's title is its h1, so the highest level used becomes h2, and none is skipped
 * on the way down, whatever the editor typed. Identifiers are the words, made unique.
 */
export function headingsOf(nodes: readonly MarkNode[]): ReadonlyMap<MarkElement, Heading> {
  const found = collect(nodes)
  const top = Math.min(...found.map((node) => written(node.tag)))
  const headings = new Map<MarkElement, Heading>()
  const used = new Set<string>()
  let above = 1
  for (const node of found) {
    const level = Math.min(written(node.tag) - top + 2, above + 1, 4) as Heading['level']
    above = level
    headings.set(node, { level, id: unique(slugOf(plainText(node.children)), used) })
  }
  return headings
}

function collect(nodes: readonly MarkNode[]): MarkElement[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'element') return []
    return written(node.tag) ? [node] : collect(node.children)
  })
}

const slugOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '') || 'section'

function unique(id: string, used: Set<string>): string {
  let candidate = id
  for (let n = 2; used.has(candidate); n++) candidate = `${id}-${n}`
  used.add(candidate)
  return candidate
}
