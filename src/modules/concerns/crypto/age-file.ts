import {
  createCipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto'
import { base64nopad } from '@scure/base'

// An age file (https://c2sp.org/age), written over OpenSSL. The library's goes through web streams and ciphers in
// JavaScript, which for a page of text cost more than the cryptography; the front door writes one for each concern.

const FIRST_LINE = 'age-encryption.org/v1'
const FILE_KEY = 16
const SALT = 16
const TAG = 16
const CHUNK = 64 * 1024

/** What a recipient adds to a file's header: its line and the file key, encrypted to it. */
type StanzaWriter = { stanza(fileKey: Uint8Array): string }

/** Bytes, encrypted to every recipient under a key that is made for this file alone. */
export function writeAgeFile(recipients: readonly StanzaWriter[], content: Uint8Array): Buffer {
  const fileKey = randomBytes(FILE_KEY)
  const stanzas = recipients.map((recipient) => recipient.stanza(fileKey))
  const head = `${FIRST_LINE}\n${stanzas.join('')}---`
  const mac = createHmac('sha256', derive(fileKey, Buffer.alloc(0), 'header'))
    .update(head)
    .digest()
  const salt = randomBytes(SALT)
  const chunks = sealChunks(derive(fileKey, salt, 'payload'), content)
  return Buffer.concat([Buffer.from(`${head} ${base64nopad.encode(mac)}\n`), salt, ...chunks])
}

/** HKDF. A KeyObject, since Node takes several times as long with a key of bytes. */
export const derive = (secret: Uint8Array, salt: Uint8Array, info: string): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync('sha256', createSecretKey(secret), salt, info, 32)))

/** STREAM: each chunk is sealed under its number, and the last is marked, so that none can be cut off or moved. */
function sealChunks(key: KeyObject, content: Uint8Array): Buffer[] {
  const count = Math.max(1, Math.ceil(content.length / CHUNK))
  return Array.from({ length: count }, (_, number) => {
    const chunk = content.subarray(number * CHUNK, (number + 1) * CHUNK)
    return sealOnce(key, nonceOf(number, number === count - 1), chunk)
  })
}

/** Eleven bytes of the number, then one that says whether it is the last. */
function nonceOf(number: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt32BE(number, 7)
  nonce[11] = isLast ? 1 : 0
  return nonce
}

/** ChaCha20-Poly1305. A key and a nonce are never used together twice. */
export function sealOnce(key: KeyObject, nonce: Uint8Array, plain: Uint8Array): Buffer {
  const cipher = createCipheriv('chacha20-poly1305', key, nonce, { authTagLength: TAG })
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}
