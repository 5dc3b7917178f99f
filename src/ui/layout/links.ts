import type { Chrome, ChromeLink } from './chrome.ts'

/** Pages that every authority's site has. */
export const FOOTER_LINKS: readonly ChromeLink[] = [
  { href: '/accessibility', text: 'Accessibility statement' },
  { href: '/cookies', text: 'Cookies' },
  { href: '/privacy', text: 'Privacy' },
  { href: '/contact', text: 'Contact us' },
  { href: '/what-we-hold', text: 'What we hold' },
]

/** The Information Commissioner's page for complaints about personal data. */
export const ICO_COMPLAINTS = 'https://ico.org.uk/make-a-complaint/'

/** The Standards and Compliance Unit's page, for complaints about how Prevent was applied. */
export const STACU_COMPLAINTS = 'https://www.gov.uk/guidance/make-a-complaint-about-prevent'

/** Who takes complaints: the council, then the two bodies outside it. */
export const complaintLinks = ({ authority }: Chrome): readonly ChromeLink[] => [
  { href: authority.complaintsUrl ?? '/contact', text: `Complain to ${authority.shortName}` },
  { href: ICO_COMPLAINTS, text: 'Complain about your personal data (ICO)' },
  { href: STACU_COMPLAINTS, text: 'Complain about Prevent (Standards and Compliance Unit)' },
]
