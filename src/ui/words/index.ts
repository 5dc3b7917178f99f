import { EN } from './en.ts'

/** One catalogue: every word that layouts say, in one language. */
export type Words = typeof EN

/** By the code of their language. A language without one gets English, which pages then mark as English. */
const CATALOGUES: Readonly<Record<string, Words>> = { en: EN }

/** The words for a page, and the language to mark them with where it is not the page's own. */
export function wordsFor({ lang }: { lang: string }): { words: Words; wordsLang: string | undefined } {
  const words = Object.hasOwn(CATALOGUES, lang) ? CATALOGUES[lang] : undefined
  return words ? { words, wordsLang: undefined } : { words: EN, wordsLang: 'en' }
}
