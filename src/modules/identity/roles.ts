import { type Role, SAFEGUARDING_ROLES } from '../../kernel/actor.ts'

/** The roles in words. */
export const ROLE_LABELS: Readonly<Record<Role, string>> = {
  'content-editor': 'Content editor',
  'engagement-officer': 'Engagement officer',
  'commissioning-officer': 'Commissioning officer',
  'programme-officer': 'Programme officer',
  facilitator: 'Facilitator',
  provider: 'Provider',
  'safeguarding-officer': 'Safeguarding officer',
  'safeguarding-lead': 'Safeguarding lead',
  manager: 'Manager',
  'data-protection-officer': 'Data protection officer',
  administrator: 'Administrator',
}

/** What each role is for, in a sentence. */
export const ROLE_HINTS: Readonly<Record<Role, string>> = {
  'content-editor': 'Writes, reviews and publishes pages.',
  'engagement-officer': 'Meets communities and writes down what they need.',
  'commissioning-officer': 'Runs funding rounds and looks after grants.',
  'programme-officer': 'Plans projects and sessions.',
  facilitator: 'Runs their own sessions.',
  provider: 'Sees their own agreements.',
  'safeguarding-officer': 'Reads and decides on concerns, in the vault.',
  'safeguarding-lead': 'Makes the second check on concerns.',
  manager: 'Sees figures and clocks, and agrees to roles.',
  'data-protection-officer': 'Sets how long records are kept, and reads the log.',
  administrator: 'Looks after accounts. Sees no content and no concern.',
}

/**
 * Roles that two people must agree to give. Beside the safeguarding roles, these are the roles that may agree:
 * an administrator who could make a manager alone could make a second person out of nothing. And the data protection
 * officer, whose log tells how many concerns there are and what became of each.
 */
export const TWO_PERSON_ROLES: readonly Role[] = [
  ...SAFEGUARDING_ROLES,
  'administrator',
  'manager',
  'data-protection-officer',
]
