import type { StaffLink } from './modules/identity/index.ts'

/** Where each role's work is; the staff home page shows what a person may open. */
export const STAFF_LINKS: readonly StaffLink[] = [
  {
    href: '/staff/pages',
    text: 'Pages',
    hint: 'Write, review and publish the pages of the public site.',
    action: 'site.edit',
  },
  {
    href: '/staff/ratings',
    text: 'Page ratings',
    hint: 'What people said about each page, by version.',
    action: 'site.ratings',
  },
  {
    href: '/staff/settings',
    text: 'Council details',
    hint: 'Name, telephone numbers and colour.',
    action: 'settings.authority',
  },
  {
    href: '/staff/concerns',
    text: 'Concerns',
    hint: 'What people told us in confidence. Opening the vault is a step of its own.',
    action: 'concerns.work',
  },
  {
    href: '/staff/concerns/clocks',
    text: 'Concern clocks',
    hint: 'How many concerns wait for a first answer, without what they say.',
    action: 'concerns.clocks',
  },
  {
    href: '/staff/people',
    text: 'People and roles',
    hint: 'Accounts, invitations and roles.',
    action: 'people.read',
  },
  {
    href: '/staff/records',
    text: 'What we hold and why',
    hint: 'Legal basis and time limits of each kind of record.',
    action: 'records.set',
  },
  { href: '/staff/log', text: 'Log', hint: 'Who did what, outside the vault.', action: 'audit.read' },
  {
    href: '/staff/concerns/log',
    text: 'Vault log',
    hint: 'Who read or changed a concern.',
    action: 'concerns.log',
  },
]
