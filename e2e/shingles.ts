import { createHash } from 'node:crypto'

const WORDS = 8

/** Each run of eight words of a line, lower case and without signs, as the first 12 digits of its SHA-256. */
export function shingles(text: string): Set<string> {
  const found = new Set<string>()
  for (const line of text.split('\n')) {
    const words = line.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
    for (let at = 0; at + WORDS <= words.length; at++) found.add(hash(words.slice(at, at + WORDS).join(' ')))
  }
  return found
}

const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12)
