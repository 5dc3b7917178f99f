/**
 * The group roles that grants and policies name. They are cluster-wide, so each authority's database has its
 * own login role for each, and nobody but those logins may connect to it.
 */
export const GROUPS = ['public', 'partner', 'staff', 'vault', 'jobs', 'vault_jobs'] as const
export type Group = (typeof GROUPS)[number]

/** `kith_staff`: what a migration grants to. */
export const groupRole = (group: Group): string => `kith_${group}`
/** `westminster_staff_login`: what a pool signs in as. Never a group's own name, even for a database named `kith`. */
export const loginRole = (database: string, group: Group): string => `${database}_${group}_login`
/** Owns every object; cannot sign in, and is no superuser, so that forced row-level security binds it too. */
export const OWNER = 'kith_owner'
