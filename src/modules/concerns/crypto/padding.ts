const SMALLEST = 512

/**
 * The length, in bytes, to which a plaintext of so many bytes is filled: 512, 1,024, 2,048 and so on. An age file
 * is as long as what is in it, so without this a list of lengths in the database would tell short messages from
 * long ones, and match a copy of a text with its record. With it, a length tells only the power of two.
 */
export function paddedLength(bytes: number): number {
  let size = SMALLEST
  while (size < bytes) size *= 2
  return size
}

/**
 * JSON `{"v":1,"content":…}` filled up with spaces, which JSON allows at its end: whoever opens the file with the
 * standard `age` tool reads plain text, and any program reads JSON.
 */
export function padJson(content: unknown): Buffer {
  const json = JSON.stringify({ v: 1, content })
  const bytes = Buffer.byteLength(json)
  const padded = Buffer.alloc(paddedLength(bytes), ' ')
  padded.write(json)
  return padded
}

/** What padJson was given; undefined when it is something else. */
export function unpadJson(plain: Uint8Array): unknown {
  try {
    const value: unknown = JSON.parse(Buffer.from(plain).toString('utf8'))
    return isEnvelope(value) ? value.content : undefined
  } catch {
    return undefined
  }
}

const isEnvelope = (value: unknown): value is { v: 1; content: unknown } =>
  typeof value === 'object' && value !== null && 'content' in value && 'v' in value && value.v === 1
