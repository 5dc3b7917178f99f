import { type Person, ROLES, type Role } from '../../kernel/actor.ts'

const STAFF = ROLES.filter((role) => role !== 'provider' && role !== 'facilitator')

/** What may be done, and which roles may do it. Policies in the database say the same of the rows. */
const ALLOWED = {
  'staff.home': ROLES,
  'site.edit': ['content-editor'],
  'site.publish': ['content-editor'],
  'site.ratings': ['content-editor', 'engagement-officer', 'manager'],
  'settings.authority': ['content-editor', 'manager'],
  'records.set': ['data-protection-officer'],
  'audit.read': ['data-protection-officer'],
  'people.read': STAFF,
  'people.manage': ['administrator'],
  'people.approve': ['administrator', 'manager', 'safeguarding-lead'],
  'concerns.work': ['safeguarding-officer', 'safeguarding-lead'],
  'concerns.break-glass': ['safeguarding-lead'],
  'concerns.clocks': ['manager', 'safeguarding-lead'],
  'concerns.log': ['data-protection-officer'],
} as const satisfies Record<string, readonly Role[]>

export type Action = keyof typeof ALLOWED

/** Whether a person may do something: `can(person, 'site.publish')`. */
export function can(person: Person, action: Action): boolean {
  const roles: readonly Role[] = ALLOWED[action]
  return person.roles.some((role) => roles.includes(role))
}
