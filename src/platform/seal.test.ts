import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Temporal } from '../kernel/clock.ts'
import { createSealer, deriveKey, keyedHash, MAX_TOKEN } from './seal.ts'

const now = Temporal.Instant.from('2026-03-01T12:00:00Z')
const later = now.add({ minutes: 30 })
const sealer = createSealer(randomBytes(32))

describe('sealing', () => {
  it('gives back any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string(), (value, purpose) => {
        const token = sealer.seal(purpose, value)
        expect(token).toMatch(/^[A-Za-z0-9_-]+$/)
        // JSON itself writes -0 as 0.
        expect(sealer.open(purpose, token, now)).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  it('opens nothing after a change of any one character', () => {
    const token = sealer.seal('journey', { worry: 'text' })
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_+/= \n'
    for (let at = 0; at <= token.length; at++) {
      for (const letter of alphabet) {
        const inserted = token.slice(0, at) + letter + token.slice(at)
        const replaced = token.slice(0, at) + letter + token.slice(at + 1)
        for (const changed of [inserted, replaced]) {
          if (changed !== token) expect(sealer.open('journey', changed, now)).toBeUndefined()
        }
      }
    }
  })

  it('opens nothing after a change of any one bit', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(), fc.integer({ min: 0, max: 7 }), (value, where, bit) => {
        const bytes = Buffer.from(sealer.seal('journey', value), 'base64url')
        const at = where % bytes.length
        bytes[at] = (bytes[at] ?? 0) ^ (1 << bit)
        expect(sealer.open('journey', bytes.toString('base64url'), now)).toBeUndefined()
      }),
    )
  })

  it.each([undefined, null, 7, '', 'x', '🙂', ['a'], 'A'.repeat(MAX_TOKEN + 4)])(
    'opens nothing of %#',
    (token) => {
      expect(sealer.open('journey', token, now)).toBeUndefined()
    },
  )

  it('keeps purposes and keys apart', () => {
    const token = sealer.seal('journey', 1)
    expect(sealer.open('receipt', token, now)).toBeUndefined()
    expect(createSealer(randomBytes(32)).open('journey', token, now)).toBeUndefined()
    expect(sealer.open('journey', token, now)).toBe(1)
  })

  it('ends at its expiry, not before', () => {
    const token = sealer.seal('journey', 'x', later)
    expect(sealer.open('journey', token, later.subtract({ milliseconds: 1 }))).toBe('x')
    expect(sealer.open('journey', token, later)).toBeUndefined()
  })

  it('never says the same thing twice', () => {
    expect(new Set(Array.from({ length: 100 }, () => sealer.seal('journey', 'x'))).size).toBe(100)
  })

  it('holds an answer of 10,000 characters that take four bytes each, and refuses what is too long', () => {
    const long = '🙂'.repeat(10_000)
    expect(sealer.open('journey', sealer.seal('journey', long), now)).toBe(long)
    expect(() => sealer.seal('journey', 'x'.repeat(MAX_TOKEN))).toThrow(RangeError)
    expect(() => sealer.seal('journey', undefined)).toThrow(TypeError)
    expect(() => createSealer(randomBytes(16))).toThrow(RangeError)
  })
})

describe('keys', () => {
  it('derives one key for each purpose, always the same', () => {
    const master = new Uint8Array(32).fill(7)
    expect(deriveKey(master, 'a')).toEqual(deriveKey(master, 'a'))
    expect(deriveKey(master, 'a')).not.toEqual(deriveKey(master, 'b'))
    expect(deriveKey(master, 'a')).toHaveLength(32)
  })

  it('hashes as HMAC-SHA256 does (RFC 4231, test case 2)', () => {
    const hash = keyedHash(Buffer.from('Jefe'), 'what do ya want for nothing?').toString('hex')
    expect(hash).toBe('5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843')
  })
})
