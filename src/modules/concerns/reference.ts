import { randomInt } from 'node:crypto'

// No vowels, so no words; no 0, 1 or letters that are heard or read as another.
const LETTERS = '23456789BCDFGHJKMNPQRTVWXZ'
const GROUPS = 3
const EACH = 3

/**
 * The name by which officers speak of a concern: `7KQ-2M4-XBT`. It is random, so it tells neither how many there
 * are nor in which order they came: 42 bits, so that two of 100,000 meet once in about 1,100 such collections.
 */
export const newReference = (): string =>
  Array.from({ length: GROUPS }, () => Array.from({ length: EACH }, draw).join('')).join('-')

const draw = (): string => LETTERS.charAt(randomInt(LETTERS.length))
