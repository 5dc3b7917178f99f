import type { ChromeLink } from '../../../../ui/index.ts'

const SECTION: readonly ChromeLink[] = [
  { href: '/staff/ratings', text: 'By page' },
  { href: '/staff/ratings/comments', text: 'Comments' },
]

/** The pages of this section, for the sub-navigation. */
export const ratingsSection = (here: string): readonly ChromeLink[] =>
  SECTION.map((link) => ({ ...link, active: link.href === here }))
