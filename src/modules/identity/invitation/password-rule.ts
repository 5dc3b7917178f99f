import { asEmail, LONGEST_PASSWORD } from '../sign-in/domain.ts'
import { COMMON_LONG, COMMON_WORDS } from './common-passwords.ts'

export const SHORTEST_PASSWORD = 12

/** Letters that people replace by look-alikes. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}

/**
 * What is wrong with a new password, if anything: too short, among the first that a guesser tries, or made of your own
 * name. No rule about kinds of characters (NIST SP 800-63B, NCSC): those make people choose worse ones.
 */
export function passwordProblem(
  password: string,
  person: { name: string; email: string },
): string | undefined {
  const length = [...password].length
  if (length === 0) return 'Enter a password'
  if (length < SHORTEST_PASSWORD) return `Password must be ${SHORTEST_PASSWORD} characters or more`
  if (length > LONGEST_PASSWORD) return `Password must be ${LONGEST_PASSWORD} characters or fewer`
  if (isEasy(password))
    return 'Choose a password that is harder to guess, such as three words that do not belong together'
  if (hasOwnName(password, person)) return 'Password must not have your name or email address in it'
  return undefined
}

function isEasy(password: string): boolean {
  const lower = password.toLowerCase()
  const letters = [...lower].map((c) => LOOK_ALIKES[c] ?? c).join('')
  if (COMMON_LONG.has(lower) || COMMON_LONG.has(letters)) return true
  if (repeats(lower) || runs(lower)) return true
  return coreIsCommon(lower) || coreIsCommon(letters)
}

/** "Password2026!!", "welcome-welcome": nothing beside a common word but digits, marks and itself. */
function coreIsCommon(text: string): boolean {
  const parts = text.split(/[^a-z]+/).filter(Boolean)
  if (parts.length === 0) return true // digits and marks alone
  return parts.every((part) => COMMON_WORDS.has(part) || COMMON_WORDS.has(half(part)))
}

const half = (text: string): string => {
  const first = text.slice(0, text.length / 2)
  return first + first === text ? first : text
}

/** "aaaaaaaaaaaa", "abcabcabcabc": a piece of up to four characters over and over. */
const repeats = (text: string): boolean => /^(.{1,4})\1+.{0,3}$/u.test(text)

/** "abcdefghijkl", "qwertyuiop[]": along the alphabet or the keyboard, either way. */
function runs(text: string): boolean {
  const rows = ['abcdefghijklmnopqrstuvwxyz', '01234567890123456789', 'qwertyuiop[]asdfghjkl;zxcvbnm,./']
  return rows.some((row) => row.includes(text) || [...row].reverse().join('').includes(text))
}

function hasOwnName(password: string, { name, email }: { name: string; email: string }): boolean {
  const lower = password.toLowerCase()
  const pieces = `${name} ${asEmail(email).split('@')[0] ?? ''}`.toLowerCase().split(/[^\p{L}\p{N}]+/u)
  return pieces.some((piece) => piece.length >= 4 && lower.includes(piece))
}
