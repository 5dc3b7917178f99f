// A backup is a tar archive inside an age file, so that `age --decrypt` and `tar` open it without Kith.
const BLOCK = 512
const LARGEST = 64 * 1024 * 1024

export type TarEntry = { readonly name: string; readonly content: Buffer }

/** One file of an archive, in the ustar format of POSIX.1-1988. Throws RangeError for a name over 100 bytes. */
export function* tarEntry(name: string, content: Uint8Array, at: Date): Generator<Uint8Array> {
  yield header(name, content.length, at)
  yield content
  yield Buffer.alloc(padding(content.length))
}

/** What ends an archive. */
export const tarEnd = (): Uint8Array => Buffer.alloc(2 * BLOCK)

/** The files of an archive, in order. Throws when it is cut short or is no archive. */
export async function* readTar(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<TarEntry> {
  const source = new Bytes(chunks)
  for (;;) {
    const block = await source.take(BLOCK)
    if (block.every((byte) => byte === 0)) return source.drain()
    const name = text(block.subarray(0, 100))
    const size = Number.parseInt(text(block.subarray(124, 136)), 8)
    if (
      !(size >= 0 && size <= LARGEST) ||
      checksum(block) !== Number.parseInt(text(block.subarray(148, 156)), 8)
    )
      throw new Error('not a tar archive')
    yield { name, content: await source.take(size) }
    await source.take(padding(size))
  }
}

const padding = (size: number) => (BLOCK - (size % BLOCK)) % BLOCK
const text = (bytes: Buffer) => bytes.toString('latin1').replace(/\0.*$/s, '').trim()

function header(name: string, size: number, at: Date): Buffer {
  if (Buffer.byteLength(name) > 100) throw new RangeError(`too long for an archive: ${name}`)
  const block = Buffer.alloc(BLOCK)
  const octal = (value: number, length: number) => `${value.toString(8).padStart(length - 1, '0')}\0`
  block.write(name, 0)
  block.write(octal(0o600, 8) + octal(0, 8) + octal(0, 8), 100)
  block.write(octal(size, 12) + octal(Math.floor(at.getTime() / 1000), 12), 124)
  block.write('0', 156)
  block.write('ustar\x0000', 257)
  block.write(`${checksum(block).toString(8).padStart(6, '0')}\0 `, 148)
  return block
}

/** The sum of a header's bytes, its own field counted as spaces. */
function checksum(block: Buffer): number {
  let sum = 0
  for (const [at, byte] of block.entries()) sum += at >= 148 && at < 156 ? 32 : byte
  return sum
}

/** Bytes taken from a stream in the lengths that somebody wants. */
class Bytes {
  readonly #source: AsyncIterator<Uint8Array>
  #held: Buffer = Buffer.alloc(0)

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#source = chunks[Symbol.asyncIterator]()
  }

  async take(length: number): Promise<Buffer> {
    const parts = [this.#held]
    let size = this.#held.length
    while (size < length) {
      const { done, value } = await this.#source.next()
      if (done) throw new Error('the archive is cut short')
      parts.push(Buffer.from(value))
      size += value.length
    }
    const all = parts.length === 1 ? this.#held : Buffer.concat(parts)
    this.#held = all.subarray(length)
    return all.subarray(0, length)
  }

  /** Reads to the end: only there does age say that nothing is missing. */
  async drain(): Promise<void> {
    while (!(await this.#source.next()).done);
  }
}
