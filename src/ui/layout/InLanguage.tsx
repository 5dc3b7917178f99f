import type { Content } from '../govuk/params.ts'
import { type Chrome, ChromeContext, useChrome } from './chrome.ts'

export type InLanguageProps = Pick<Chrome, 'lang' | 'dir' | 'languages'> & { children?: Content }

/** A page in a language of its own: the whole document takes its direction from it. */
export const InLanguage = ({ children, ...language }: InLanguageProps) => (
  <ChromeContext.Provider value={{ ...useChrome(), ...language }}>{children}</ChromeContext.Provider>
)
