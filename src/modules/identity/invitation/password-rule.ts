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
  // digits and marks alone
  if (/^[ -@[-`{-~]+$/.test(lower)) return true
  if (repeats(lower) || runs(lower)) return true
  // the digits and marks at the end are the year and the "!"; those in the middle may stand for letters
  const core = lower.replace(/[^\p{L}]+$/u, '')
  const letters = [...core].map((c) => LOOK_ALIKES[c] ?? c).join('')
  return [lower, core, letters].some((text) => COMMON_LONG.has(text) || onlyCommonWords(text))
}

/** "password2026", "welcome-welcome": nothing beside common words but digits, marks and themselves. */
function onlyCommonWords(text: string): boolean {
  const words = text.split(/[^\p{L}]+/u).filter(Boolean)
  return words.length > 0 && words.every((word) => COMMON_WORDS.has(word) || COMMON_WORDS.has(half(word)))
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
