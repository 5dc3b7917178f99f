import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { ageCommand } from '../../../../test/age-cli.ts'
import { ageKeyOf, decryptWith, encryptTo, isRecipient, newAgeKey, recipientOf } from './age.ts'
import { newReceipt, receiptIdentity } from './receipt.ts'

const text = 'What worries me: نص عربي, ünïcode, 🙂'
const bytes = Buffer.from(text)

describe('age files', () => {
  it('are opened by each recipient and by nobody else', async () => {
    const [vault, recovery, stranger] = [newAgeKey(), newAgeKey(), newAgeKey()]
    const receipt = receiptIdentity(newReceipt())
    const file = await encryptTo([vault.recipient, recovery.recipient, receipt.recipient], bytes)
    for (const { identity } of [vault, recovery, receipt]) {
      expect(await decryptWith([stranger.identity, identity], file)).toEqual(bytes)
    }
    expect(await decryptWith([stranger.identity], file)).toBeUndefined()
    expect(await decryptWith([], file)).toBeUndefined()
  })

  it('give back any bytes', async () => {
    const { identity, recipient } = newAgeKey()
    const content = fc.uint8Array({ maxLength: 2_000 })
    await fc.assert(
      fc.asyncProperty(content, async (plain) => {
        expect(await decryptWith([identity], await encryptTo([recipient], plain))).toEqual(Buffer.from(plain))
      }),
    )
  })

  it('hold more than one chunk of 64 KiB', async () => {
    const { identity, recipient } = newAgeKey()
    for (const size of [65_535, 65_536, 65_537, 200_000]) {
      const plain = randomBytes(size)
      expect((await decryptWith([identity], await encryptTo([recipient], plain)))?.equals(plain)).toBe(true)
    }
  })

  it('open nothing after a change of any one byte, or when cut short', async () => {
    const { identity, recipient } = newAgeKey()
    const file = await encryptTo([recipient], bytes)
    for (let at = 0; at < file.length; at++) {
      const changed = Buffer.from(file)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(await decryptWith([identity], changed), `byte ${at}`).toBeUndefined()
      expect(await decryptWith([identity], file.subarray(0, at)), `cut at ${at}`).toBeUndefined()
    }
  })

  it('are never made for nobody, nor for what is no recipient', async () => {
    await expect(encryptTo([], bytes)).rejects.toThrow('nobody to encrypt to')
    await expect(encryptTo(['age1nonsense'], bytes)).rejects.toThrow('not an age recipient')
  })

  it('are refused for a public key of low order, which would make the secret known to everybody', async () => {
    const { bech32 } = await import('@scure/base')
    const zero = bech32.encodeFromBytes('age', new Uint8Array(32))
    await expect(encryptTo([zero], bytes)).rejects.toThrow()
  })
})

describe('keys', () => {
  it('tell recipients from what is none', () => {
    const { identity, recipient } = newAgeKey()
    expect(recipientOf(identity)).toBe(recipient)
    expect(isRecipient(recipient)).toBe(true)
    for (const other of [identity, '', 'age1', `${recipient}x`, 7, undefined])
      expect(isRecipient(other)).toBe(false)
    expect(() => ageKeyOf(new Uint8Array(31))).toThrow(RangeError)
  })

  it('are never repeated by an error', () => {
    const { identity } = newAgeKey()
    for (const bad of [`${identity}X`, identity.slice(0, -1), `${identity.slice(0, -1)}b`]) {
      expect(() => recipientOf(bad)).toThrow(/^not an age identity$/)
    }
  })
})

describe('the age command', () => {
  const age = ageCommand()
  afterAll(age.remove)
  const key = newAgeKey()

  it('agrees on the public half of our keys and of a receipt', () => {
    expect(age.publicKey(key.identity)).toBe(key.recipient)
    const receipt = receiptIdentity(newReceipt())
    expect(age.publicKey(receipt.identity)).toBe(receipt.recipient)
  })

  it('opens what we encrypt', async () => {
    const file = await encryptTo([newAgeKey().recipient, key.recipient], bytes)
    expect(age.decrypt(key.identity, file)).toBe(text)
  })

  it.each([0, 65_535, 65_536, 65_537, 200_000])('opens a file of %i bytes that we encrypt', async (size) => {
    const file = await encryptTo([key.recipient], Buffer.alloc(size, 'worry '))
    expect(age.decrypt(key.identity, file)).toBe('worry '.repeat(size / 6 + 1).slice(0, size))
  })

  it('encrypts what we open, under its keys and ours', async () => {
    const theirs = age.newIdentity()
    const file = age.encrypt([recipientOf(theirs), key.recipient], text)
    expect((await decryptWith([theirs], file))?.toString()).toBe(text)
    expect((await decryptWith([key.identity], file))?.toString()).toBe(text)
  })
})
