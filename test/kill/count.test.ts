import { describe, expect, it } from 'vitest'
import { count } from './count.ts'

const sent = (number: number, acknowledged: boolean) => ({ number, receipt: '', acknowledged })

describe('counting concerns after kills', () => {
  it('finds nothing wrong when each that was acknowledged is there once', () => {
    const found = count([sent(1, true), sent(2, false), sent(3, false)], [1, 3])
    expect(found).toEqual({ acknowledged: 1, unanswered: 2, stored: 2, lost: [], doubled: [], strange: [] })
  })

  it('notices one that was acknowledged and is not there', () => {
    expect(count([sent(1, true), sent(2, true)], [2]).lost).toEqual([1])
  })

  it('notices one that is there twice, answered or not', () => {
    expect(count([sent(1, true), sent(2, false)], [1, 2, 1, 2]).doubled).toEqual([1, 2])
  })

  it('notices one that nobody sent', () => {
    expect(count([sent(1, true)], [1, 7]).strange).toEqual([7])
  })
})
