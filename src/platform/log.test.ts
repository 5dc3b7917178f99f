import { describe, expect, it } from 'vitest'
import { faultLine } from './log.ts'

const WORDS = 'My neighbour said\nat the mosque\n    at their home in Elm Road (flat 4:12:3)'

describe('the line of a fault', () => {
  it('says where it happened, and nothing of the message', () => {
    const line = faultLine(new TypeError(`cannot read "${WORDS}"`))
    expect(line).toMatch(/^TypeError \| at .*log\.test\.ts:\d+:\d+/)
    for (const word of ['neighbour', 'mosque', 'Elm Road', 'cannot read']) expect(line).not.toContain(word)
  })

  it('nothing of a message that changed after the stack was written, but what looks like a frame', () => {
    const error = new Error('My neighbour said\nat the mosque')
    void error.stack
    error.message = 'other'
    expect(faultLine(error)).not.toContain('mosque')
  })

  it('nothing of a name or a code that is not one', () => {
    const error = Object.assign(new Error('x'), { name: 'My neighbour', code: 'Elm Road 4' })
    expect(faultLine(error)).toMatch(/^Error \| at /)
    expect(faultLine(Object.assign(new Error('x'), { code: '23505' }))).toMatch(/^Error 23505 \| at /)
  })

  it('nothing of what is no error', () => {
    expect(faultLine(WORDS)).toBe('a fault that is no Error')
  })
})
