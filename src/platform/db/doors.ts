import { type Database, openDatabase } from './database.ts'
import type { Passwords } from './provision.ts'
import { GROUPS, type Group, loginRole } from './roles.ts'

/** The address of one login on a database: the administrator's, with another name, password and database. */
export function loginUrl(adminUrl: string, database: string, user: string, password: string): string {
  const rest = adminUrl.replace(/^postgres(ql)?:\/\//, '')
  const [place = '', query] = rest.split('?')
  const host = (place.split('@').at(-1) ?? '').split('/')[0] ?? ''
  const who = `${encodeURIComponent(user)}:${encodeURIComponent(password)}`
  return `postgres://${who}@${host}/${encodeURIComponent(database)}${query ? `?${query}` : ''}`
}

export type DoorUrls = Readonly<Record<Group, string>>

/** One address a door, each with its own login. */
export function doorUrls(adminUrl: string, database: string, passwords: Passwords): DoorUrls {
  const entries = GROUPS.map((group) => [
    group,
    loginUrl(adminUrl, database, loginRole(database, group), passwords[group]),
  ])
  return Object.fromEntries(entries) as DoorUrls
}

/** One small pool a door; none connects before its first use. */
export function openDoors(urls: DoorUrls, size?: number): Readonly<Record<Group, Database>> {
  const entries = GROUPS.map((group) => [
    group,
    openDatabase({ url: urls[group], ...(size ? { size } : {}) }),
  ])
  return Object.fromEntries(entries) as Readonly<Record<Group, Database>>
}

/** Ends every pool. */
export async function closeDoors(doors: Readonly<Record<Group, Database>>): Promise<void> {
  await Promise.all(GROUPS.map((group) => doors[group].close()))
}
