import { describe, expect, it } from 'vitest'
import { logical } from '../scripts/assets/logical.ts'
import { stylesheet } from '../scripts/assets/stylesheet.ts'

describe('making CSS logical', () => {
  it.each([
    ['a{margin-left:1px}', 'a{margin-inline-start:1px}'],
    ['a{padding-right:1px!important}', 'a{padding-inline-end:1px!important}'],
    ['a{left:0;top:0}', 'a{inset-inline-start:0;top:0}'],
    ['a{border-left-width:4px}', 'a{border-inline-start-width:4px}'],
    ['a{border-top-left-radius:4px}', 'a{border-start-start-radius:4px}'],
    ['a{text-align:right!important}', 'a{text-align:end!important}'],
    ['a{float:left}', 'a{float:left;float:inline-start}'],
    ['a{margin:1px 2px 3px 4px}', 'a{margin-block:1px 3px;margin-inline:4px 2px}'],
    [
      'a{padding:0 max(1px, 2px) 0 0 !important}',
      'a{padding-block:0 0!important;padding-inline:0 max(1px, 2px)!important}',
    ],
    ['a{border-width:1px 2px 3px 4px}', 'a{border-block-width:1px 3px;border-inline-width:4px 2px}'],
  ])('turns %s', (physical, expected) => {
    expect(logical(physical)).toBe(expected)
  })

  it.each([
    'a{margin:1px 2px 3px 2px}',
    'a{--left:1px;background-position:left top}',
    '@media (min-width:40em){a{color:red}}',
    'a{content:"{left:0;margin-left:1px}"}',
    'a{background:url(data:image/svg+xml;left:0)}',
    '.govuk-\\!-text-align-left{color:red}',
  ])('leaves %s', (css) => {
    expect(logical(css)).toBe(css)
  })

  it('reaches blocks inside media queries and supports', () => {
    expect(logical('@media print{@supports (left:0){a{left:0}}}b{right:0}')).toBe(
      '@media print{@supports (left:0){a{inset-inline-start:0}}}b{inset-inline-end:0}',
    )
  })
})

describe('the stylesheet', () => {
  const css = stylesheet()

  it('keeps nothing that is laid out left to right by hand', () => {
    const physical =
      /[;{](?:(?:margin|padding|border)-(?:left|right)[\w-]*|left|right):[^;}]*|text-align:(?:left|right)/g
    expect(css.match(physical) ?? []).toEqual([])
  })

  it('asks for no font and nothing from another site', () => {
    const asked = /@font-face|@import|GDS Transport|url\(["']?(?:https?:)?\/\/[^)]*/g
    expect(css.match(asked) ?? []).toEqual([])
  })

  it('takes its colour from the council', () => {
    expect(css).toContain('--govuk-brand-colour: var(--kith-brand)')
    expect(css).toContain('--govuk-link-colour: var(--kith-brand)')
  })
})
