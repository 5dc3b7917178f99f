import type { PersonId } from './ids.ts'

/** The roles of the open half and of the closed one. One person may hold several. */
export const ROLES = [
  'content-editor',
  'engagement-officer',
  'commissioning-officer',
  'programme-officer',
  'facilitator',
  'provider',
  'safeguarding-officer',
  'safeguarding-lead',
  'manager',
  'data-protection-officer',
  'administrator',
] as const
export type Role = (typeof ROLES)[number]

/** Roles that two people must agree to give. */
export const SAFEGUARDING_ROLES: readonly Role[] = ['safeguarding-officer', 'safeguarding-lead']

/** A signed-in person, with the roles they hold now. */
export type Person = {
  readonly kind: 'person'
  readonly id: PersonId
  readonly name: string
  readonly roles: readonly Role[]
}
/** Somebody from the public: never identified, never a cookie. */
export type Public = { readonly kind: 'public' }
/** Kith itself: a job, a command, a migration. `name` goes into the log. */
export type System = { readonly kind: 'system'; readonly name: string }
export type Actor = Person | Public | System

export const PUBLIC: Public = { kind: 'public' }
export const system = (name: string): System => ({ kind: 'system', name })
