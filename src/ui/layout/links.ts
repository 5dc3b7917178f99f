import type { Words } from '../words/index.ts'
import type { Chrome, ChromeLink } from './chrome.ts'

/** Pages that every authority's site has. */
export const footerLinks = ({ footer }: Words): readonly ChromeLink[] => [
  { href: '/accessibility', text: footer.accessibility },
  { href: '/cookies', text: footer.cookies },
  { href: '/privacy', text: footer.privacy },
  { href: '/contact', text: footer.contact },
  { href: '/what-we-hold', text: footer.whatWeHold },
]

/** The Information Commissioner's page for complaints about personal data. */
export const ICO_COMPLAINTS = 'https://ico.org.uk/make-a-complaint/'

/** The Standards and Compliance Unit's page, for complaints about how Prevent was applied. */
export const STACU_COMPLAINTS = 'https://www.gov.uk/guidance/make-a-complaint-about-prevent'

/** Who takes complaints: the council, then the two bodies outside it. */
export const complaintLinks = ({ authority }: Chrome, { footer }: Words): readonly ChromeLink[] => [
  { href: authority.complaintsUrl ?? '/contact', text: footer.complainTo(authority.shortName) },
  { href: ICO_COMPLAINTS, text: footer.complainToIco },
  { href: STACU_COMPLAINTS, text: footer.complainToStacu },
]
