import type { Role } from '../../../kernel/actor.ts'
import { ROLE_LABELS } from '../roles.ts'

/** Names of what an entry of the log tells besides the act; others are shown as they stand, with spaces. */
const NAMES: Readonly<Record<string, string>> = {
  at: 'From',
  by: 'With',
  changed: 'What changed',
  ended: 'How many sign-ins ended',
  filters: 'Looked for',
  from: 'Browser',
  number: 'Version',
  role: 'Role',
  roles: 'Roles',
  step: 'What was wrong',
  versions: 'Versions',
}

/** Values that are names inside Kith, as words. */
const VALUES: Readonly<Record<string, string>> = {
  code: 'code from an app',
  invitation: 'a link',
  device: 'known to us',
  recovery: 'new to us, with a recovery code',
  stranger: 'new to us',
}

/** "Role: Manager; Version: 2". */
export const factsInWords = (detail: unknown): string =>
  Object.entries((detail ?? {}) as Record<string, unknown>)
    .map(([name, value]) => `${NAMES[name] ?? spaced(name)}: ${valueInWords(value)}`)
    .join('; ')

function valueInWords(value: unknown): string {
  if (Array.isArray(value)) return value.map(valueInWords).join(', ') || 'none'
  const text = String(value)
  if (text in ROLE_LABELS) return ROLE_LABELS[text as Role]
  if (Object.hasOwn(VALUES, text)) return VALUES[text] ?? text
  return /^[a-z]+([A-Z][a-z]+|-[a-z]+)+$/.test(text) ? spaced(text).toLowerCase() : text
}

/** "legalBasis" and "recovery-code" as people write them. */
function spaced(name: string): string {
  const words = name
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('-', ' ')
    .toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
