import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paddedLength, padJson, unpadJson } from './padding.ts'

describe('padding', () => {
  it('gives back any JSON, and makes only round lengths', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (content) => {
        const padded = padJson(content)
        expect(unpadJson(padded)).toEqual(JSON.parse(JSON.stringify(content)))
        expect(Math.log2(padded.length / 512) % 1).toBe(0)
      }),
    )
  })

  it('hides the length of a text up to the next power of two', () => {
    expect(padJson('yes')).toHaveLength(512)
    expect(padJson('x'.repeat(492))).toHaveLength(512)
    expect(padJson('x'.repeat(493))).toHaveLength(1_024)
    expect(padJson('🙂'.repeat(10_000))).toHaveLength(65_536)
    expect([0, 512, 513, 1_024, 1_025].map(paddedLength)).toEqual([512, 512, 1_024, 1_024, 2_048])
  })

  it('stays plain JSON for any other program', () => {
    expect(JSON.parse(padJson('"quoted" é').toString())).toEqual({ v: 1, content: '"quoted" é' })
  })

  it.each(['', '{', '[]', 'null', '"v"', '{"v":2,"content":1}', '{"content":1}', '{"v":1}'])(
    'reads nothing of %s',
    (text) => {
      expect(unpadJson(Buffer.from(text))).toBeUndefined()
    },
  )
})
