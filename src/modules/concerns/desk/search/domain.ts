/** How many concerns one press of Search opens: about a second's work, and others are served between them. */
export const BATCH = 250

/** Why an officer searches; the log keeps which, and never the words. */
export const PURPOSES = ['same-person', 'follow-up', 'rights', 'oversight'] as const
export type Purpose = (typeof PURPOSES)[number]

/** Letters without accents or case, so that "Zoë" is found by "zoe". */
export const plain = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase('en-GB')

/** The words to look for. One letter alone finds nearly everything, so it counts for nothing. */
export const wordsOf = (query: string): string[] =>
  [...new Set(plain(query).split(/[^\p{L}\p{N}@.+'’-]+/u))].filter((word) => [...word].length > 1)

export type Part = 'concern' | 'message' | 'note'
export type Opened = { readonly part: Part; readonly text: string }

/** In which parts of a concern the words are: each word somewhere in it, in whichever part. Undefined for none. */
export function partsWith(words: readonly string[], parts: readonly Opened[]): Part[] | undefined {
  const texts = parts.map(({ part, text }) => ({ part, text: plain(text) }))
  if (!words.every((word) => texts.some(({ text }) => text.includes(word)))) return undefined
  const found = texts.filter(({ text }) => words.some((word) => text.includes(word)))
  return [...new Set(found.map(({ part }) => part))]
}
