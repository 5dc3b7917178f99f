const HEX = /^#[0-9a-f]{6}$/i

/** WCAG 2.2 AA for text of ordinary size. */
const ENOUGH = 4.5

type Rgb = readonly [number, number, number]

/** The share of the brand colour in the pale bands behind links (--kith-tint in styles/_theme.scss). */
const TINT = 0.06

/** What is wrong with a brand colour, in words for a form; nothing when it can be used. */
export function brandProblem(colour: string): string | undefined {
  if (!HEX.test(colour)) return 'Enter a colour as a # and six letters or numbers, like #1d4f91'
  const brand = channels(colour)
  // Links stand on white and on pale bands, white text on the colour itself: the bands are the hardest.
  const ratio = contrast(brand, brand.map((value) => value * TINT + 255 * (1 - TINT)) as unknown as Rgb)
  if (ratio >= ENOUGH) return undefined
  // Rounded down, so that a colour just short of the limit is never said to reach it.
  const shown = (Math.floor(ratio * 100) / 100).toFixed(2)
  return `Choose a darker colour. Links in ${colour} have a contrast of ${shown} to 1. It must be ${ENOUGH} to 1 or more`
}

/** The stylesheet that gives an authority its colour. Throws when `brandProblem` finds one. */
export function brandCss(colour: string): string {
  const problem = brandProblem(colour)
  if (problem) throw new RangeError(problem)
  return `:root{--kith-brand:${colour.toLowerCase()}}\n`
}

const channels = (colour: string): Rgb =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)) as unknown as Rgb

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(a: Rgb, b: Rgb): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

function luminance(rgb: Rgb): number {
  const [r, g, b] = rgb.map((value) => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as unknown as Rgb
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
