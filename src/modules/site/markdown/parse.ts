import MarkdownIt, { type Token } from 'markdown-it'

/** A page's text as a tree: what an editor wrote becomes elements, never markup, so nothing in it can run. */
export type MarkNode =
  | { readonly type: 'text' | 'code' | 'block-code'; readonly text: string }
  | { readonly type: 'slot'; readonly name: string }
  | { readonly type: 'break' }
  | { readonly type: 'rule' }
  | MarkElement
export type MarkElement = {
  readonly type: 'element'
  readonly tag: string
  readonly href?: string
  /** A table's column of figures. */
  readonly numeric?: boolean
  /** A paragraph of a tight list, which stands without one. */
  readonly bare?: boolean
  readonly children: MarkNode[]
}

const SAFE_LINK = /^(https?:\/\/|mailto:|tel:\+?[0-9 ]|\/(?!\/)|#)/i
const SLOT = /\{\{([^{}]*)\}\}/

const markdown = new MarkdownIt('commonmark', { html: false, linkify: false })
  .enable('table')
  .disable(['image', 'html_block', 'html_inline'])
markdown.validateLink = (url) => SAFE_LINK.test(url)

/** The tree of a text. Any text has one: there is no wrong Markdown. */
export function parseMarkdown(source: string): readonly MarkNode[] {
  return nest(markdown.parse(source, {}))
}

/** Names between double braces, in the order they come, each once. */
export function slotNames(source: string): readonly string[] {
  const names = new Set<string>()
  const walk = (nodes: readonly MarkNode[]): void => {
    for (const node of nodes) {
      if (node.type === 'slot') names.add(node.name)
      if (node.type === 'element') walk(node.children)
    }
  }
  walk(parseMarkdown(source))
  return [...names]
}

function nest(tokens: readonly Token[]): MarkNode[] {
  const root: MarkNode[] = []
  const open: MarkNode[][] = [root]
  for (const token of tokens) {
    const here = open.at(-1) ?? root
    if (token.nesting === 1) {
      const element = elementOf(token)
      here.push(element)
      open.push(element.children)
    } else if (token.nesting === -1) open.pop()
    else here.push(...leavesOf(token))
  }
  return root
}

function elementOf(token: Token): MarkElement {
  const href = token.attrGet('href')
  return {
    type: 'element',
    tag: token.tag,
    children: [],
    ...(href === null ? {} : { href: String(href) }),
    ...(token.attrGet('style') === 'text-align:right' ? { numeric: true } : {}),
    ...(token.hidden ? { bare: true } : {}),
  }
}

function leavesOf(token: Token): MarkNode[] {
  switch (token.type) {
    case 'inline':
      return nest(token.children ?? [])
    case 'text':
      return withSlots(token.content)
    case 'softbreak':
      return [{ type: 'text', text: '\n' }]
    case 'hardbreak':
      return [{ type: 'break' }]
    case 'hr':
      return [{ type: 'rule' }]
    case 'code_inline':
      return [{ type: 'code', text: token.content }]
    case 'fence':
    case 'code_block':
      return [{ type: 'block-code', text: token.content }]
    default:
      return [{ type: 'text', text: token.content }]
  }
}

function withSlots(text: string): MarkNode[] {
  // split with a group gives text, name, text, name, … text
  return text
    .split(new RegExp(SLOT, 'g'))
    .map(
      (part, at): MarkNode => (at % 2 ? { type: 'slot', name: part.trim() } : { type: 'text', text: part }),
    )
    .filter((node) => node.type === 'slot' || (node.type === 'text' && node.text !== ''))
}
