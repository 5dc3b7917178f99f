import type { LightMyRequestResponse } from 'fastify'
import { parse } from 'parse5'
import type { Visitor } from './app.ts'

type Node = { nodeName: string; attrs?: { name: string; value: string }[]; childNodes?: Node[] }

const all = (node: Node): Node[] => [node, ...(node.childNodes ?? []).flatMap(all)]
const attribute = (node: Node, name: string) => node.attrs?.find((attr) => attr.name === name)?.value

/** The page's form as a browser would send it, untouched: its address and its hidden fields. */
export function formOf(html: string): { action: string; fields: Record<string, string> } {
  const form = all(parse(html) as unknown as Node).find((node) => node.nodeName === 'form')
  if (!form) throw new Error('no form on the page')
  const inputs = all(form).filter((n) => n.nodeName === 'input' && attribute(n, 'type') === 'hidden')
  const fields = inputs.map((n) => [attribute(n, 'name') ?? '', attribute(n, 'value') ?? ''])
  return { action: attribute(form, 'action') ?? '', fields: Object.fromEntries(fields) }
}

/** What the reader sees, without markup. */
export const textOf = (html: string): string =>
  html
    .replace(/<script[\s\S]*?<\/script>|<title>[\s\S]*?<\/title>|<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ')

type Typed = Readonly<Record<string, string>>

/** Fills in the form of a page and presses its first button, or another by `go`. */
export function submit(
  visitor: Visitor,
  page: LightMyRequestResponse,
  typed: Typed = {},
): Promise<LightMyRequestResponse> {
  const { action, fields } = formOf(page.body)
  return visitor.post(action, { ...fields, ...typed })
}
