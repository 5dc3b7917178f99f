import {
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto'
import { base64nopad, bech32 } from '@scure/base'
import type { Identity, Stanza } from 'age-encryption'
import { remembered } from '../../../kernel/remembered.ts'
import { derive, sealOnce } from './age-file.ts'

// age's own X25519 stanza (https://c2sp.org/age, "The X25519 recipient type") over OpenSSL: the library's
// JavaScript curve costs several times as much, and the front door encrypts at every concern that is sent.

const LABEL = 'age-encryption.org/v1/X25519'
const FILE_KEY = 16
const TAG = 16
/** The file key is encrypted once under a key of its own, so age fixes the nonce at zero. */
const NONCE = Buffer.alloc(12)
// RFC 8410: the DER of an X25519 key is a fixed head and the 32 bytes.
const PUBLIC_HEAD = Buffer.from('302a300506032b656e032100', 'hex')
const PRIVATE_HEAD = Buffer.from('302e020100300506032b656e04220420', 'hex')

// Nearly all that is sealed is sealed to the same two keys, and reading a key costs as much as using it.
const known = remembered(
  100,
  (text: string) => new X25519Recipient(decode(text, 'age', 'not an age recipient')),
)

/** The public half of a key. */
export class X25519Recipient {
  readonly #bytes: Buffer
  readonly #key: KeyObject
  /** Of 32 bytes; `parse` reads them from their text. */
  constructor(bytes: Buffer) {
    this.#bytes = bytes
    this.#key = publicKey(bytes)
  }

  /** Reads "age1…"; throws when it is none. */
  static parse(text: string): X25519Recipient {
    return known(text)
  }

  /** The lines of a file's head from which this recipient's identity takes the file's key. */
  stanza(fileKey: Uint8Array): string {
    const ephemeral = generateKeyPairSync('x25519')
    const share = rawPublic(ephemeral.publicKey)
    const key = wrappingKey(ephemeral.privateKey, this.#key, Buffer.concat([share, this.#bytes]))
    const body = sealOnce(key, NONCE, fileKey)
    return `-> X25519 ${base64nopad.encode(share)}\n${base64nopad.encode(body)}\n`
  }
}

/** The private half of a key. Its bytes stay in private fields: printed or logged, it shows nothing. */
export class X25519Identity implements Identity {
  readonly recipient: string
  readonly #key: KeyObject
  readonly #public: Buffer
  private constructor(secret: Buffer) {
    this.#key = createPrivateKey({ key: Buffer.concat([PRIVATE_HEAD, secret]), format: 'der', type: 'pkcs8' })
    this.#public = rawPublic(createPublicKey(this.#key))
    this.recipient = bech32.encodeFromBytes('age', Uint8Array.from(this.#public))
  }

  /** The identity whose secret is these 32 bytes. */
  static of(secret: Uint8Array): X25519Identity {
    return new X25519Identity(Buffer.from(secret))
  }

  /** Reads "AGE-SECRET-KEY-1…"; throws, without repeating it, when it is none. */
  static parse(text: string): X25519Identity {
    return new X25519Identity(decode(text, 'age-secret-key-', 'not an age identity'))
  }

  unwrapFileKey(stanzas: Stanza[]): Uint8Array | null {
    for (const { args, body } of stanzas) {
      if (args[0] !== 'X25519') continue
      const share = args.length === 2 ? base64nopad.decode(args[1] ?? '') : new Uint8Array()
      if (share.length !== 32 || body.length !== FILE_KEY + TAG) throw new Error('invalid X25519 stanza')
      const salt = Buffer.concat([share, this.#public])
      const fileKey = unwrap(wrappingKey(this.#key, publicKey(share), salt), body)
      if (fileKey) return fileKey
    }
    return null
  }
}

function decode(text: string, prefix: string, problem: string): Buffer {
  let read: { prefix: string; bytes: Uint8Array }
  try {
    read = bech32.decodeToBytes(text)
  } catch {
    // The library's own message repeats what it was given, which may be a secret.
    throw new Error(problem)
  }
  if (read.prefix.toLowerCase() !== prefix || read.bytes.length !== 32) throw new Error(problem)
  return Buffer.from(read.bytes)
}

const publicKey = (bytes: Uint8Array): KeyObject =>
  createPublicKey({ key: Buffer.concat([PUBLIC_HEAD, bytes]), format: 'der', type: 'spki' })

// As JWK, which Node makes many times faster than DER.
const rawPublic = (key: KeyObject): Buffer => Buffer.from(key.export({ format: 'jwk' }).x ?? '', 'base64url')

/** OpenSSL refuses an all-zero secret, as age demands: a public key of low order throws here. */
function wrappingKey(privateKey: KeyObject, to: KeyObject, salt: Buffer): KeyObject {
  return derive(diffieHellman({ privateKey, publicKey: to }), salt, LABEL)
}

function unwrap(key: KeyObject, body: Uint8Array): Uint8Array | undefined {
  const decipher = createDecipheriv('chacha20-poly1305', key, NONCE, { authTagLength: TAG })
  decipher.setAuthTag(body.subarray(FILE_KEY))
  const fileKey = decipher.update(body.subarray(0, FILE_KEY))
  try {
    decipher.final()
    return Uint8Array.from(fileKey)
  } catch {
    return undefined
  }
}
