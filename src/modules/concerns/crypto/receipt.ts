import { hkdfSync, randomInt } from 'node:crypto'
import { inspect } from 'node:util'
import { keyedHash } from '../../../platform/seal.ts'
import { type AgeKey, ageKeyOf } from './age.ts'
import { EFF_WORDS } from './eff-words.generated.ts'

const LENGTH = 7
const DIGITS = 4
/** Nobody writes a receipt longer than this; what is longer is not read at all. */
const LONGEST = 1_000

/**
 * The list holds both "yo-yo" and "yoyo", which sound the same over a telephone. Only the first is issued, and
 * either spelling reads as it: 7,775 words, so 7 × log2(7,775) = 90.4 bits.
 */
const NEVER_ISSUED = EFF_WORDS.indexOf('yoyo')

const bare = (word: string): string => word.replaceAll('-', '')
const INDEX = new Map(EFF_WORDS.map((word, at) => [bare(word), at]))
INDEX.set('yoyo', EFF_WORDS.indexOf('yo-yo'))
const WORD_LENGTHS = [...new Set([...INDEX.keys()].map((word) => word.length))].sort((a, b) => a - b)

/**
 * What somebody keeps to come back to what they sent. It is the only key to it, so it hides itself: printed,
 * logged or made JSON it shows nothing. `formatWords` and `formatDigits` are the ways to show it.
 */
export class Receipt {
  readonly #indexes: readonly number[]
  constructor(indexes: readonly number[]) {
    if (indexes.length !== LENGTH || !indexes.every(isIssued)) throw new RangeError('not a receipt')
    this.#indexes = [...indexes]
  }
  /** Seven words, with a space between. */
  get words(): readonly string[] {
    return this.#indexes.map((at) => EFF_WORDS[at] ?? '')
  }
  /** Seven groups of four digits: each is its word's place in the list, 0000 to 7775. */
  get groups(): readonly string[] {
    return this.#indexes.map((at) => String(at).padStart(DIGITS, '0'))
  }
  toJSON(): string {
    return '[receipt]'
  }
  [inspect.custom](): string {
    return '[receipt]'
  }
}

/** A fresh receipt, every word as likely as any other. */
export const newReceipt = (): Receipt => new Receipt(Array.from({ length: LENGTH }, drawWord))

/** `abacus yo-yo …`: seven words, lower case, one space between. */
export const formatWords = (receipt: Receipt): string => receipt.words.join(' ')

/** `0000 7747 …`: the same receipt as seven groups of four digits. */
export const formatDigits = (receipt: Receipt): string => receipt.groups.join(' ')

/**
 * Reads a receipt as people type it: any case, spacing and punctuation, even none, and the digits of the scripts
 * that are read in Britain. No word of the list begins another, so that words need no space between. A mix of
 * words and digits is refused. Undefined when it is no receipt; that says nothing about whether one was issued.
 */
export function parseReceipt(text: unknown): Receipt | undefined {
  if (typeof text !== 'string' || text.length > LONGEST) return undefined
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{Z}\p{Cf}\p{Cc}]/gu, '')
  const indexes = /^[a-z]+$/.test(plain) ? readWords(plain) : readDigits(plain)
  return indexes?.length === LENGTH && indexes.every(isIssued) ? new Receipt(indexes) : undefined
}

/** What is stored of a receipt: a keyed hash, 32 bytes. Both forms of one receipt give the same. */
export const receiptHash = (key: Uint8Array, receipt: Receipt): Buffer =>
  keyedHash(key, `receipt v1 ${formatDigits(receipt)}`)

/**
 * The age key that a reply is encrypted to, derived from the receipt alone (HKDF-SHA256), so that who holds the
 * receipt can read replies and a copy of the database cannot. 90 random bits need no slow hash.
 */
export function receiptIdentity(receipt: Receipt): AgeKey {
  const digits = Buffer.from(formatDigits(receipt), 'utf8')
  return ageKeyOf(new Uint8Array(hkdfSync('sha256', digits, 'kith receipt v1', 'age X25519 identity', 32)))
}

function drawWord(): number {
  const at = randomInt(EFF_WORDS.length)
  return at === NEVER_ISSUED ? drawWord() : at
}

function isIssued(at: number): boolean {
  return Number.isInteger(at) && at >= 0 && at < EFF_WORDS.length && at !== NEVER_ISSUED
}

function readWords(letters: string): number[] | undefined {
  const indexes: number[] = []
  for (let from = 0; from < letters.length; ) {
    const length = WORD_LENGTHS.find((size) => INDEX.has(letters.slice(from, from + size)))
    if (length === undefined || indexes.length === LENGTH) return undefined
    indexes.push(INDEX.get(letters.slice(from, from + length)) ?? -1)
    from += length
  }
  return indexes
}

/** Zeros of Arabic, Persian and Urdu, Devanagari, Bengali, Gurmukhi, Gujarati and Tamil; NFKC did the rest. */
const ZEROS = [0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xbe6]

function readDigits(text: string): number[] | undefined {
  const digits = [...text].map(digitOf).join('')
  if (!/^\d{28}$/.test(digits)) return undefined
  return digits.match(/\d{4}/g)?.map(Number)
}

function digitOf(letter: string): string {
  const code = letter.codePointAt(0) ?? 0
  const zero = ZEROS.find((start) => code >= start && code < start + 10)
  return zero === undefined ? '?' : String(code - zero)
}
