import { describe, expect, it } from 'vitest'
import { brandCss, brandProblem } from './brand.ts'

describe('a brand colour', () => {
  it.each(['#1d4f91', '#000000', '#717171', '#7A0019'])('%s is dark enough', (colour) => {
    expect(brandProblem(colour)).toBeUndefined()
    expect(brandCss(colour)).toBe(`:root{--kith-brand:${colour.toLowerCase()}}\n`)
  })

  // #767676 passes on white, and fails on the pale bands where links stand too.
  it.each(['#767676', '#ffffff', '#ffdd00'])('%s is too light, and says by how much', (colour) => {
    expect(brandProblem(colour)).toMatch(/^Choose a darker colour.*contrast of \d+\.\d\d to 1/)
    expect(() => brandCss(colour)).toThrow(RangeError)
  })

  it('says the ratio without rounding it up to the limit', () => {
    expect(brandProblem('#767676')).toContain('contrast of 4.2')
  })

  it.each(['', 'blue', '#fff', '#1d4f9g', '#1d4f91}body{display:none', ' #1d4f91'])(
    'refuses "%s"',
    (colour) => {
      expect(brandProblem(colour)).toMatch(/^Enter a colour as a #/)
      expect(() => brandCss(colour)).toThrow()
    },
  )
})
