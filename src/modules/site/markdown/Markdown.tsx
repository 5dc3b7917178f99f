import { Fragment, h, type VNode } from 'preact'
import { InsetText, Scrollable, WarningText } from '../../../ui/index.ts'
import { type Heading, headingsOf } from './headings.ts'
import { type MarkElement, type MarkNode, parseMarkdown } from './parse.ts'
import { type Fill, SlotText } from './SlotText.tsx'

export type MarkdownProps = { source: string; fills: ReadonlyMap<string, Fill> }
type Context = { fills: MarkdownProps['fills']; headings: ReadonlyMap<MarkElement, Heading> }

/** A page's text in GOV.UK's look. Slots that nothing fills say so, and never break the page. */
export const Markdown = ({ source, fills }: MarkdownProps) => {
  const nodes = parseMarkdown(source)
  return <>{draw(nodes, { fills, headings: headingsOf(nodes) })}</>
}

const draw = (nodes: readonly MarkNode[], context: Context) => nodes.map((node) => drawNode(node, context))

function drawNode(node: MarkNode, context: Context): VNode | string {
  switch (node.type) {
    case 'text':
      return node.text
    case 'slot':
      return <SlotText fill={context.fills.get(node.name)} />
    case 'break':
      return <br />
    case 'rule':
      return <hr class="govuk-section-break govuk-section-break--m govuk-section-break--visible" />
    case 'code':
      return <code>{node.text}</code>
    case 'block-code':
      return (
        <pre class="govuk-body">
          <code>{node.text}</code>
        </pre>
      )
    case 'element':
      return drawElement(node, context)
  }
}

const SIZE = { 2: 'm', 3: 's', 4: 's' } as const

function drawElement(node: MarkElement, context: Context): VNode {
  const heading = context.headings.get(node)
  const inside = draw(node.children, context)
  if (heading) {
    const Tag = `h${heading.level}` as 'h2'
    return (
      <Tag class={`govuk-heading-${SIZE[heading.level]}`} id={heading.id}>
        {inside}
      </Tag>
    )
  }
  const element = ELEMENTS[node.tag]
  return element ? element(node, inside, context) : h(Fragment, {}, inside)
}

type Inside = (VNode | string)[]
type Draw = (node: MarkElement, inside: Inside, context: Context) => VNode

const cell = (name: 'header' | 'cell', node: MarkElement): string =>
  `govuk-table__${name}${node.numeric ? ` govuk-table__${name}--numeric` : ''}`

const ELEMENTS: Readonly<Record<string, Draw>> = {
  p: (node, inside) => (node.bare ? h(Fragment, {}, inside) : <p class="govuk-body">{inside}</p>),
  ul: (_, inside) => <ul class="govuk-list govuk-list--bullet">{inside}</ul>,
  ol: (_, inside) => <ol class="govuk-list govuk-list--number">{inside}</ol>,
  li: (_, inside) => <li>{inside}</li>,
  strong: (_, inside) => <strong>{inside}</strong>,
  em: (_, inside) => <em>{inside}</em>,
  a: (node, inside) => (
    <a class="govuk-link" href={node.href ?? '#'}>
      {node.href?.startsWith('tel:') ? <bdi dir="ltr">{inside}</bdi> : inside}
    </a>
  ),
  blockquote: (node, inside, context) => {
    const warning = warningOf(node)
    return warning ? <WarningText>{draw(warning, context)}</WarningText> : <InsetText>{inside}</InsetText>
  },
  table: (_, inside) => (
    <Scrollable label="Table">
      <table class="govuk-table">{inside}</table>
    </Scrollable>
  ),
  thead: (_, inside) => <thead class="govuk-table__head">{inside}</thead>,
  tbody: (_, inside) => <tbody class="govuk-table__body">{inside}</tbody>,
  tr: (_, inside) => <tr class="govuk-table__row">{inside}</tr>,
  th: (node, inside) => (
    <th scope="col" class={cell('header', node)}>
      {inside}
    </th>
  ),
  td: (node, inside) => <td class={cell('cell', node)}>{inside}</td>,
}

const WARNING = /^\[!warning\]\s*$/i

/** A quotation that begins with the line `[!warning]` is a warning: what follows in its paragraph. */
function warningOf(quote: MarkElement): readonly MarkNode[] | undefined {
  const [paragraph] = quote.children
  if (paragraph?.type !== 'element' || paragraph.tag !== 'p') return undefined
  const [first, ...rest] = paragraph.children
  return first?.type === 'text' && WARNING.test(first.text) ? rest : undefined
}
