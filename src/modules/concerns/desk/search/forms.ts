import { z } from 'zod'
import { isId } from '../../../../kernel/ids.ts'
import { text } from '../fields.ts'
import { PURPOSES, wordsOf } from './domain.ts'

export const SearchForm = z.object({
  words: text('Enter the words to search for', 200, 'Words').refine(
    (words) => wordsOf(words).length > 0,
    'Enter a word of two letters or more',
  ),
  purpose: z.enum(PURPOSES, 'Select why you are searching'),
  /** The last concern that was searched, to go on to older ones. */
  after: z.string().refine(isId).optional().catch(undefined),
})
