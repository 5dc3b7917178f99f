import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderPart } from '../../../ui/index.ts'
import { type Fill, Markdown, slotNames } from './index.ts'

const html = (source: string, fills: ReadonlyMap<string, Fill> = new Map()) =>
  renderPart(<Markdown source={source} fills={fills} />)

describe('a page’s text', () => {
  it('begins its headings at h2 and skips none', () => {
    const out = html('### Deep\n\n##### Deeper\n\n### Deep')
    expect([...out.matchAll(/<h(\d)[^>]*id="([^"]+)"/g)].map(([, level, id]) => [level, id])).toEqual([
      ['2', 'deep'],
      ['3', 'deeper'],
      ['2', 'deep-2'],
    ])
  })

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[x](javascript:alert(1))',
    '[x](data:text/html,hi)',
    '[x](//evil.example)',
    '![x](https://evil.example/x.png)',
    '<https://example.org" onclick="alert(1)>',
  ])('makes nothing that runs or loads of %s', (source) => {
    expect(html(source)).not.toMatch(/<script|<img|<[^>]* on\w+=|href="(javascript|data|\/\/)/i)
  })

  it('makes nothing that runs of anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (source) => {
        expect(html(source)).not.toMatch(/<(script|img|style|iframe)|style=/i)
      }),
      { numRuns: 300 },
    )
  })

  it('sets tables, insets and warnings in GOV.UK’s look', () => {
    expect(html('| a | b |\n|---|--:|\n| 1 | 2 |')).toContain('govuk-table__cell--numeric')
    expect(html('> Apart')).toContain('govuk-inset-text')
    const warning = html('> [!warning]\n> Call 999')
    expect(warning).toContain('govuk-warning-text')
    expect(warning).not.toContain('[!warning]')
  })

  it('shows a figure with its source, and says when there is none', () => {
    const figure = { value: '57', unit: 'parents', counts: 'Parents', source: 'A report, 24 January 2019' }
    const out = html(
      'We met {{figure:parents}} and {{figure:gone}}.',
      new Map([['figure:parents', { kind: 'figure', figure }]]),
    )
    expect(out).toContain('<strong>57 parents</strong>')
    expect(out).toContain('(A report, 24 January 2019)')
    expect(out).toContain('[not available at the moment]')
  })

  it('finds slots but not in code', () => {
    expect(slotNames('{{a}} **{{ figure:b-2 }}** `{{c}}`\n\n- [{{d}}](/x)')).toEqual(['a', 'figure:b-2', 'd'])
  })
})
