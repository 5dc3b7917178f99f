import type { ChromeLink } from '../../../../ui/index.ts'

const SECTION: readonly ChromeLink[] = [
  { href: '/staff/pages', text: 'Pages' },
  { href: '/staff/pages/figures', text: 'Figures' },
  { href: '/staff/pages/redirects', text: 'Old addresses' },
]

/** The pages of this section, for the sub-navigation. */
export const pagesSection = (here: string): readonly ChromeLink[] =>
  SECTION.map((link) => ({ ...link, active: link.href === here }))
