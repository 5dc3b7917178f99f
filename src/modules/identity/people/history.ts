import type { Role } from '../../../kernel/actor.ts'
import { ROLE_LABELS } from '../roles.ts'

/** An entry of the log as words. */
export type LoggedAct = { readonly action: string; readonly detail: unknown }

const WORDS: Readonly<Record<string, string>> = {
  'person.invited': 'Invited',
  'person.set-up': 'Set up their account',
  'person.set-up-again': 'Set up a new password and app',
  'person.renamed': 'Name changed',
  'person.closed': 'Account closed',
  'person.reopened': 'Account opened again',
  'person.role-proposed': 'Role proposed',
  'person.role-given': 'Role given',
  'person.role-agreed': 'Role agreed',
  'person.role-ended': 'Role ended',
  'person.role-declined': 'Role declined',
  'person.link-made': 'New link made',
  'person.link-asked': 'New link asked for',
  'person.link-agreed': 'New link agreed',
  'person.link-withdrawn': 'Link taken back',
  'person.signed-in': 'Signed in',
  'person.signed-out': 'Signed out',
  'person.signed-out-everywhere': 'Signed out everywhere',
  'person.sign-in-failed': 'Wrong password or code',
  'person.password-changed': 'Password changed',
  'person.recovery-codes-replaced': 'New recovery codes',
  'log.read': 'Log read',
  'authority.changed': 'Council details changed',
  'page.archive': 'Page archived',
  'page.placed': 'Address, menu or review of a page changed',
  'page.restore': 'Page brought back',
  'page.return': 'Page sent back to draft',
  'page.submit': 'Page sent for review',
  'page.withdraw': 'Page withdrawn before it was published',
  'record-kind.set': 'Reasons and time limits set',
  'redirect.added': 'Old address added',
  'redirect.removed': 'Old address removed',
}

/** "Role given: Manager"; `page.published`, which has no words of its own, as "Page published". */
export function actInWords({ action, detail }: LoggedAct): string {
  const { role } = (detail ?? {}) as { role?: Role }
  const words = WORDS[action] ?? plain(action)
  return role && role in ROLE_LABELS ? `${words}: ${ROLE_LABELS[role]}` : words
}

const plain = (action: string): string => {
  const words = action.replace(/[.-]/g, ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
