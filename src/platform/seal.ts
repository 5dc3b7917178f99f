import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto'
import type { Instant } from '../kernel/clock.ts'

/** The longest token, in characters, that is made or opened. It stays under the body limit of one request. */
export const MAX_TOKEN = 393_216

/** Turns values into tokens that only this server can make, read or keep unchanged. */
export type Sealer = {
  /**
   * An encrypted token of a JSON value, safe in a form, a cookie or an address. The purpose keeps tokens of
   * one kind from being used as another. Throws RangeError when the token would be longer than MAX_TOKEN.
   */
  seal(purpose: string, value: unknown, expires?: Instant): string
  /** The value; undefined when the token was altered, is for another purpose or key, too long, or has expired. */
  open<T>(purpose: string, token: unknown, now: Instant): T | undefined
}

// Keys are KeyObjects everywhere below: given bytes, Node first finds out by an exception that they are none, which
// takes several times as long as the cipher.

const VERSION = 1
const SALT = 12
const NONCE = 12
const TAG = 16
const EXPIRY = 8
const HEAD = 1 + SALT + NONCE
const NEVER = 0n

/**
 * A sealer under a key of 32 bytes: AES-256-GCM, with version and purpose as associated data. Each token has a
 * key of its own, derived from a random salt, so that random nonces never wear the master key out. Nothing is
 * compressed: lengths of compressed secrets tell what is in them.
 */
export function createSealer(key: Uint8Array): Sealer {
  if (key.length !== 32) throw new RangeError('a sealing key has 32 bytes')
  const secret = createSecretKey(key)
  return {
    seal: (purpose, value, expires) => seal(secret, purpose, value, expires),
    open: <T>(purpose: string, token: unknown, now: Instant) =>
      open(secret, purpose, token, now) as T | undefined,
  }
}

/** A key for one purpose, of 32 bytes, from a master key (HKDF-SHA256, RFC 5869): purposes never share a key. */
export function deriveKey(master: Uint8Array, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', master, 'kith key v1', purpose, 32))
}

/** What to store of a secret that is looked up but never shown: HMAC-SHA256, 32 bytes. */
export const keyedHash = (key: Uint8Array, text: string): Buffer =>
  createHmac('sha256', createSecretKey(key)).update(text, 'utf8').digest()

function seal(key: KeyObject, purpose: string, value: unknown, expires?: Instant): string {
  const json = JSON.stringify(value)
  if (json === undefined) throw new TypeError('only JSON can be sealed')
  const head = Buffer.concat([Buffer.of(VERSION), randomBytes(SALT + NONCE)])
  const expiry = Buffer.alloc(EXPIRY)
  expiry.writeBigInt64BE(expires === undefined ? NEVER : BigInt(expires.epochMilliseconds))
  const cipher = createCipheriv('aes-256-gcm', tokenKey(key, head), nonceOf(head))
  cipher.setAAD(associated(purpose))
  const body = Buffer.concat([cipher.update(expiry), cipher.update(json, 'utf8'), cipher.final()])
  const token = Buffer.concat([head, body, cipher.getAuthTag()]).toString('base64url')
  if (token.length > MAX_TOKEN) throw new RangeError('too much to seal')
  return token
}

function open(key: KeyObject, purpose: string, token: unknown, now: Instant): unknown {
  if (typeof token !== 'string' || token.length > MAX_TOKEN) return undefined
  const bytes = Buffer.from(token, 'base64url')
  // Node's decoder skips what it does not know: only the one true spelling of a token counts.
  if (bytes.length < HEAD + EXPIRY + TAG || bytes.toString('base64url') !== token) return undefined
  if (bytes[0] !== VERSION) return undefined
  const plain = decrypt(key, purpose, bytes)
  if (plain === undefined) return undefined
  const expiry = plain.readBigInt64BE(0)
  if (expiry !== NEVER && BigInt(now.epochMilliseconds) >= expiry) return undefined
  return JSON.parse(plain.toString('utf8', EXPIRY))
}

function decrypt(key: KeyObject, purpose: string, bytes: Buffer): Buffer | undefined {
  const decipher = createDecipheriv('aes-256-gcm', tokenKey(key, bytes), nonceOf(bytes), {
    authTagLength: TAG,
  })
  decipher.setAAD(associated(purpose))
  decipher.setAuthTag(bytes.subarray(bytes.length - TAG))
  const body = decipher.update(bytes.subarray(HEAD, bytes.length - TAG))
  try {
    return Buffer.concat([body, decipher.final()])
  } catch {
    return undefined
  }
}

const tokenKey = (key: KeyObject, head: Buffer): KeyObject =>
  createSecretKey(
    createHmac('sha256', key)
      .update('kith seal v1 key')
      .update(head.subarray(1, 1 + SALT))
      .digest(),
  )

const nonceOf = (head: Buffer): Buffer => head.subarray(1 + SALT, HEAD)

const associated = (purpose: string): Buffer => Buffer.from(`kith seal v${VERSION}\0${purpose}`, 'utf8')
