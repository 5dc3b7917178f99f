import { describe, expect, it } from 'vitest'
import { type Opened, partsWith, wordsOf } from './domain.ts'

const parts: Opened[] = [
  { part: 'concern', text: 'My neighbour Zoë has changed' },
  { part: 'note', text: 'Called the school' },
]

describe('searching words', () => {
  it.each([
    ['zoe', ['concern']],
    ['NEIGHBOUR', ['concern']],
    ['neighbour school', ['concern', 'note']],
    ['school absent', undefined],
  ])('finds %s in %j', (query, found) => {
    expect(partsWith(wordsOf(query), parts)).toEqual(found)
  })

  it('takes single letters and signs for nothing', () => {
    expect(wordsOf('a , - é')).toEqual([])
    expect(wordsOf('O’Neill o’neill')).toEqual(['o’neill'])
  })
})
