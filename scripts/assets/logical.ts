// govuk-frontend lays out left to right by hand. This turns its compiled CSS to logical properties, so that one
// stylesheet serves both directions. What points somewhere (arrows) is repaired in src/ui/styles/_rtl.scss.

type Declaration = { property: string; value: string }

const SIDES: Readonly<Record<string, string>> = { left: 'inline-start', right: 'inline-end' }

const CORNERS: Readonly<Record<string, string>> = {
  'border-top-left-radius': 'border-start-start-radius',
  'border-top-right-radius': 'border-start-end-radius',
  'border-bottom-left-radius': 'border-end-start-radius',
  'border-bottom-right-radius': 'border-end-end-radius',
}

/** Compressed CSS with its physical properties made logical. */
export function logical(css: string): string {
  let out = ''
  let from = 0
  // A block without blocks inside holds declarations alone.
  for (const { start, end } of innermostBlocks(css)) {
    out += css.slice(from, start) + block(css.slice(start, end))
    from = end
  }
  return out + css.slice(from)
}

function innermostBlocks(css: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = []
  let open = -1
  scan(css, (char, at) => {
    if (char === '{') open = at + 1
    if (char === '}' && open >= 0) found.push({ start: open, end: at })
    if (char === '}') open = -1
  })
  return found
}

/** Calls back for each character outside strings, brackets and comments. */
function scan(css: string, visit: (char: string, at: number) => void): void {
  let depth = 0
  for (let at = 0; at < css.length; at++) {
    const char = css[at] ?? ''
    if (char === '"' || char === "'") at = endOfString(css, at)
    else if (css.startsWith('/*', at)) at = css.indexOf('*/', at) + 1
    else if (char === '\\') at++
    else if (char === '(') depth++
    else if (char === ')') depth--
    else if (depth === 0) visit(char, at)
  }
}

function endOfString(css: string, start: number): number {
  for (let at = start + 1; at < css.length; at++) {
    if (css[at] === '\\') at++
    else if (css[at] === css[start]) return at
  }
  throw new Error(`A string that opens at ${start} is never closed`)
}

function block(text: string): string {
  const cuts: number[] = []
  scan(text, (char, at) => char === ';' && cuts.push(at))
  const parts = [...cuts, text.length].map((cut, index) =>
    text.slice(index === 0 ? 0 : (cuts[index - 1] ?? 0) + 1, cut),
  )
  return parts.map((part) => (part.trim() === '' ? part : declaration(part))).join(';')
}

function declaration(text: string): string {
  const colon = text.indexOf(':')
  const property = text.slice(0, colon).trim()
  const value = text.slice(colon + 1).trim()
  if (property.startsWith('--') || colon < 0) return text
  return convert({ property, value })
    .map((made) => `${made.property}:${made.value}`)
    .join(';')
}

function convert({ property, value }: Declaration): Declaration[] {
  const corner = CORNERS[property]
  if (corner) return [{ property: corner, value }]
  const side = SIDES[property]
  if (side) return [{ property: `inset-${side}`, value }]
  const sided = /^(margin|padding|border|scroll-margin|scroll-padding)-(left|right)(-\w+)?$/.exec(property)
  if (sided) return [{ property: `${sided[1]}-${SIDES[sided[2] ?? '']}${sided[3] ?? ''}`, value }]
  if (property === 'text-align')
    return [{ property, value: value.replace(/^left|^right/, (word) => (word === 'left' ? 'start' : 'end')) }]
  if (property === 'float' || property === 'clear') return floated({ property, value })
  return shorthand({ property, value }) ?? [{ property, value }]
}

/** Older browsers know only the physical word: they get it first. */
function floated({ property, value }: Declaration): Declaration[] {
  const word = value.replace(/^(left|right)/, (side) => SIDES[side] ?? side)
  return word === value
    ? [{ property, value }]
    : [
        { property, value },
        { property, value: word },
      ]
}

const FOUR_SIDED = /^(margin|padding|inset|border-(width|style|color))$/

/** Four values go round clockwise from the top; only where the second and fourth differ does the direction matter. */
function shorthand({ property, value }: Declaration): Declaration[] | undefined {
  if (!FOUR_SIDED.test(property)) return undefined
  const important = value.endsWith('!important') ? '!important' : ''
  const [top, right, bottom, left] = valuesOf(value.replace(/\s*!important$/, ''))
  if (left === undefined || left === right) return undefined
  const [head, tail] = property.startsWith('border-')
    ? ['border', property.slice('border'.length)]
    : [property, '']
  return [
    { property: `${head}-block${tail}`, value: `${top} ${bottom}${important}` },
    { property: `${head}-inline${tail}`, value: `${left} ${right}${important}` },
  ]
}

function valuesOf(value: string): string[] {
  const cuts: number[] = []
  scan(value, (char, at) => char === ' ' && cuts.push(at))
  return [...cuts, value.length].map((cut, index) =>
    value.slice(index === 0 ? 0 : (cuts[index - 1] ?? 0) + 1, cut),
  )
}
