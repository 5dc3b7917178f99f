import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto'
import { base64nopad } from '@scure/base'
import { type Identity, type Recipient, Stanza } from 'age-encryption'

// age's own passphrase stanza (https://c2sp.org/age, "The scrypt recipient type") over OpenSSL's scrypt, which
// Node runs in a worker thread. The library's JavaScript blocks the event loop for two seconds instead.

const LABEL = 'age-encryption.org/v1/scrypt'
const BLOCK = 8
const SALT = 16
const FILE_KEY = 16
const TAG = 16
const NONCE = Buffer.alloc(12)
/** A file that asks for more is refused: memory doubles with each step, and 20 needs a gigabyte. */
const HIGHEST = 20

/** Wraps a file key under a passphrase, at a cost of 2^workFactor. */
export class ScryptRecipient implements Recipient {
  readonly #passphrase: string
  readonly #workFactor: number
  constructor(passphrase: string, workFactor: number) {
    this.#passphrase = passphrase
    this.#workFactor = workFactor
  }

  async wrapFileKey(fileKey: Uint8Array): Promise<Stanza[]> {
    const salt = randomBytes(SALT)
    const key = await stretch(this.#passphrase, salt, this.#workFactor)
    const cipher = createCipheriv('chacha20-poly1305', key, NONCE, { authTagLength: TAG })
    const body = Buffer.concat([cipher.update(fileKey), cipher.final(), cipher.getAuthTag()])
    const args = ['scrypt', base64nopad.encode(salt), String(this.#workFactor)]
    return [new Stanza(args, Uint8Array.from(body))]
  }
}

/** Opens what a passphrase wrapped. */
export class ScryptIdentity implements Identity {
  readonly #passphrase: string
  constructor(passphrase: string) {
    this.#passphrase = passphrase
  }

  async unwrapFileKey(stanzas: Stanza[]): Promise<Uint8Array | null> {
    const [stanza, ...others] = stanzas
    if (stanza?.args[0] !== 'scrypt' || others.length > 0) return null
    const [, saltText = '', cost = ''] = stanza.args
    const workFactor = /^[1-9][0-9]?$/.test(cost) ? Number(cost) : HIGHEST + 1
    if (workFactor > HIGHEST || stanza.body.length !== FILE_KEY + TAG)
      throw new Error('invalid scrypt stanza')
    const key = await stretch(this.#passphrase, base64nopad.decode(saltText), workFactor)
    const decipher = createDecipheriv('chacha20-poly1305', key, NONCE, { authTagLength: TAG })
    decipher.setAuthTag(stanza.body.subarray(FILE_KEY))
    const fileKey = decipher.update(stanza.body.subarray(0, FILE_KEY))
    try {
      decipher.final()
      return Uint8Array.from(fileKey)
    } catch {
      return null
    }
  }
}

let queue: Promise<unknown> = Promise.resolve()

/** One at a time: at work factor 18 each takes 256 MB and one of the four threads that files and DNS also need. */
function stretch(passphrase: string, salt: Uint8Array, workFactor: number): Promise<Buffer> {
  const turn = queue.then(() => derive(passphrase, salt, workFactor))
  queue = turn.catch(() => undefined)
  return turn
}

function derive(passphrase: string, salt: Uint8Array, workFactor: number): Promise<Buffer> {
  const N = 2 ** workFactor
  const labelled = Buffer.concat([Buffer.from(LABEL), salt])
  const options = { N, r: BLOCK, p: 1, maxmem: 128 * BLOCK * (N + 64) }
  return new Promise((resolve, reject) => {
    scrypt(passphrase, labelled, 32, options, (error, key) => (error ? reject(error) : resolve(key)))
  })
}
