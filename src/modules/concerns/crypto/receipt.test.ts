import { createHash } from 'node:crypto'
import { inspect } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EFF_WORDS } from './eff-words.generated.ts'
import {
  formatDigits,
  formatWords,
  newReceipt,
  parseReceipt,
  Receipt,
  receiptHash,
  receiptIdentity,
} from './receipt.ts'

const neverIssued = EFF_WORDS.indexOf('yoyo')
const key = new Uint8Array(32).fill(1)
const index = fc.nat(EFF_WORDS.length - 1).filter((at) => at !== neverIssued)
const receipts = fc.array(index, { minLength: 7, maxLength: 7 }).map((indexes) => new Receipt(indexes))
const of = (...words: string[]) => new Receipt(words.map((word) => EFF_WORDS.indexOf(word)))
const same = (text: unknown, receipt: Receipt) => {
  const read = parseReceipt(text)
  expect(read && formatDigits(read)).toBe(formatDigits(receipt))
}
/** Cases and separators that people put between words. */
const noise = fc.array(
  fc.constantFrom(' ', '  ', '\n', '-', ', ', '. ', ' – ', '\t', '/', '\u200f', ';', ''),
  {
    minLength: 8,
    maxLength: 8,
  },
)
const interleave = (parts: readonly string[], between: readonly string[]) =>
  parts.map((part, at) => (between[at] ?? '') + part).join('') + (between[7] ?? '')

describe('the word list', () => {
  it('is the published one, word for word', () => {
    const rolls = (at: number) =>
      [1296, 216, 36, 6, 1].map((size) => 1 + (Math.floor(at / size) % 6)).join('')
    const file = EFF_WORDS.map((word, at) => `${rolls(at)}\t${word}\n`).join('')
    const digest = createHash('sha256').update(file).digest('hex')
    expect(digest).toBe('addd35536511597a02fa0a9ff1e5284677b8883b83e986e43f15a3db996b903e')
  })

  it('has no word that begins another, so that words can be told apart without spaces', () => {
    const bare = new Set(EFF_WORDS.map((word) => word.replaceAll('-', '')))
    expect(bare.size).toBe(EFF_WORDS.length - 1)
    for (const word of bare) {
      for (let length = 1; length < word.length; length++) expect(bare.has(word.slice(0, length))).toBe(false)
    }
  })
})

describe('a receipt', () => {
  it('is read back from words and from digits, whatever the case and spacing', () => {
    fc.assert(
      fc.property(receipts, noise, fc.boolean(), (receipt, between, loud) => {
        const words = loud ? receipt.words.map((word) => word.toUpperCase()) : receipt.words
        same(formatWords(receipt), receipt)
        same(formatDigits(receipt), receipt)
        same(interleave(words, between), receipt)
        same(interleave(receipt.groups, between), receipt)
      }),
    )
  })

  it.each([
    'T-shirt yo-yo FELT-TIP drop-down abacus zoom zipping',
    't-shirt-yo-yo-felt-tip-drop-down-abacus-zoom-zipping',
    'tshirt yoyo felttip dropdown abacus zoom zipping',
    't shirt, yo yo, felt tip, drop down, abacus, zoom, zipping.',
    '  “t‑shirt”  yo–yo felt-tip dropdown\nabacus zoom zipping ',
    'ｔ-shirt yo-yo felt-tip dropdown abacus zoom zipping',
  ])('reads %s', (text) => {
    same(text, of('t-shirt', 'yo-yo', 'felt-tip', 'drop-down', 'abacus', 'zoom', 'zipping'))
  })

  it.each([
    ['Arabic', '٠١٢٣٤٥٦٧٨٩'],
    ['Persian and Urdu', '۰۱۲۳۴۵۶۷۸۹'],
    ['Bengali', '০১২৩৪৫৬৭৮৯'],
    ['Gurmukhi', '੦੧੨੩੪੫੬੭੮੯'],
    ['full-width', '０１２３４５６７８９'],
  ])('reads %s digits', (_, digits) => {
    const receipt = newReceipt()
    same(
      formatDigits(receipt).replace(/\d/g, (digit) => [...digits][Number(digit)] ?? ''),
      receipt,
    )
  })

  it.each([
    ['nothing', ''],
    ['no text', undefined],
    ['a list', ['abacus']],
    ['six words', 'abacus abacus abacus abacus abacus abacus'],
    ['eight words', 'abacus abacus abacus abacus abacus abacus abacus abacus'],
    ['a word that is not in the list', 'abacus abacus abacus abacus abacus abacus qqq'],
    ['a mix of words and digits', '0000 abacus abacus abacus abacus abacus abacus'],
    ['a number past the list', '0000 0000 0000 0000 0000 0000 7776'],
    ['the number that is never issued', `0000 0000 0000 0000 0000 0000 ${neverIssued}`],
    ['27 digits', '0000 0000 0000 0000 0000 0000 000'],
    ['29 digits', '0000 0000 0000 0000 0000 0000 00000'],
    ['another script', 'أباكوس أباكوس'],
    ['a sign that is no punctuation', 'abacus+abacus abacus abacus abacus abacus abacus'],
    ['a book', 'abacus '.repeat(10_000)],
  ])('refuses %s', (_, text) => {
    expect(parseReceipt(text)).toBeUndefined()
  })

  it('never throws, whatever is typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseReceipt(text)))
  })

  it('is drawn evenly over the list, and never the word that sounds like another', () => {
    const draws = Array.from({ length: 4_000 }, newReceipt).flatMap(({ groups }) => groups.map(Number))
    expect(draws).not.toContain(neverIssued)
    const tenths = Array.from(
      { length: 10 },
      (_, tenth) => draws.filter((at) => Math.floor((at * 10) / EFF_WORDS.length) === tenth).length,
    )
    // 2,800 are expected in each; six standard deviations are 301.
    for (const count of tenths) expect(Math.abs(count - 2_800)).toBeLessThan(301)
    expect(new Set(draws).size).toBeGreaterThan(7_400)
  })

  it('shows itself in no log', () => {
    const receipt = newReceipt()
    for (const shown of [
      inspect(receipt, { showHidden: true, depth: 9 }),
      JSON.stringify({ receipt }),
      `${receipt}`,
    ]) {
      for (const word of receipt.words) expect(shown).not.toContain(word)
      for (const group of receipt.groups) expect(shown).not.toContain(group)
    }
  })
})

describe('what is derived from a receipt', () => {
  const receipt = of('abacus', 'abdomen', 'zoom', 'zipping', 'yo-yo', 't-shirt', 'drop-down')

  it('is the same for both forms, and never changes from one release to the next', () => {
    const again = parseReceipt(formatDigits(receipt))
    expect(again && receiptHash(key, again)).toEqual(receiptHash(key, receipt))
    expect(receiptHash(key, receipt).toString('hex')).toMatchInlineSnapshot(
      `"2eb443bf176734066650a3e79a3016115405d410f8840c91b55eef05bef3c46e"`,
    )
    expect(receiptIdentity(receipt).recipient).toMatchInlineSnapshot(
      `"age1r9gewajtqyp89rnvmt5xw8jtax6s38zuyv3af6hkhjqplk2e2gzsfdxalv"`,
    )
  })

  it('differs between keys and between receipts', () => {
    expect(receiptHash(new Uint8Array(32), receipt)).not.toEqual(receiptHash(key, receipt))
    expect(receiptHash(key, newReceipt())).not.toEqual(receiptHash(key, receipt))
    expect(receiptIdentity(newReceipt())).not.toEqual(receiptIdentity(receipt))
  })
})
