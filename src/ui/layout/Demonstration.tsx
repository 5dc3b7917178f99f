import { PhaseBanner } from '../govuk/PhaseBanner.tsx'
import { useChrome, useWords } from './chrome.ts'

/** On every page of a demonstration, so that nobody takes it for the council's own service. */
export const Demonstration = () => {
  const { words, wordsLang } = useWords()
  if (!useChrome().demonstration) return null
  const { tag, text } = words.demonstration
  return (
    <PhaseBanner classes="kith-demonstration" attributes={{ lang: wordsLang }} tag={tag}>
      {text}
    </PhaseBanner>
  )
}
