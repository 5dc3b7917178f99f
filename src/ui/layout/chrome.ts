import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { wordsFor } from '../words/index.ts'

/** What pages say about the authority whose site this is. */
export type ChromeAuthority = {
  /** In full, as the header shows it. */
  name: string
  shortName: string
  /** The line for anything else than a concern. */
  contactPhone?: string | undefined
  /** Where to complain to the council; the contact page unless it says. */
  complaintsUrl?: string | undefined
  /** Six hexadecimal digits after a #; see `brandProblem`. */
  brandColour: string
}

export type ChromeLink = {
  href: string
  text: string
  /** This page, or one below it. */
  active?: boolean | undefined
}

/** A page's surroundings, which the door knows and the page does not. */
export type Chrome = {
  authority: ChromeAuthority
  /** The service's name beside the council's; "Safer communities" unless told. */
  serviceName?: string | undefined
  /** Where the service's name leads; "/" unless told. */
  serviceUrl?: string | undefined
  lang: string
  dir: 'ltr' | 'rtl'
  demonstration: boolean
  /** Addresses; `brand` is the stylesheet made by `brandCss`. */
  assets: { css: string; js: string; brand?: string | undefined }
  navigation: readonly ChromeLink[]
  /** Other languages of this page. */
  languages?: readonly { href: string; text: string; lang: string; dir: 'ltr' | 'rtl' }[] | undefined
  /** Who is signed in. */
  user?: { name: string; roleLabel: string } | undefined
  /** Where the sign-out form posts; "/staff/sign-out" unless told. */
  signOutUrl?: string | undefined
  /** Where somebody who is signed in looks after their own account. */
  accountUrl?: string | undefined
  /** The address of this page, without its query. */
  path: string
  noindex?: boolean | undefined
  /** What just succeeded, after a redirect. */
  notice?: string | undefined
  /** Replaces the usual footer links. */
  footerLinks?: readonly ChromeLink[] | undefined
}

/** Handed to every page by `renderPage`. */
export const ChromeContext = createContext<Chrome | undefined>(undefined)

/** The surroundings of the page being rendered. Throws outside `renderPage`. */
export function useChrome(): Chrome {
  const chrome = useContext(ChromeContext)
  if (!chrome)
    throw new Error('Pages are rendered by renderPage(chrome, page), which hands them their chrome')
  return chrome
}

/** The words of the page's surroundings, in its language if there are any. */
export const useWords = () => wordsFor(useChrome())
