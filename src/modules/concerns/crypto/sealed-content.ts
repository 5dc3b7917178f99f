import { decryptWith, encryptTo } from './age.ts'
import { padJson, unpadJson } from './padding.ts'

/** What may be sealed: a text, or JSON. */
export type Content = string | number | boolean | null | readonly Content[] | ContentRecord
type ContentRecord = { readonly [name: string]: Content | undefined }

/** An age file of the content that any one of the recipients' identities opens, filled up to a round length. */
export const sealContent = (recipients: readonly string[], content: Content): Promise<Buffer> =>
  encryptTo(recipients, padJson(content))

/**
 * What sealContent was given, through a reader such as a zod schema's parse. Throws when no identity opens it, when
 * it was altered, or when the reader refuses it; the message never holds any of the content.
 */
export async function openContent<T>(
  identities: readonly string[],
  file: Uint8Array,
  read: (content: unknown) => T,
): Promise<T> {
  const plain = await decryptWith(identities, file)
  if (plain === undefined) throw new Error('sealed content cannot be opened with this key')
  const content = unpadJson(plain)
  try {
    return read(content)
  } catch {
    throw new Error('sealed content does not have the form that was expected')
  }
}

/** The reader for content that is a text. */
export function asText(content: unknown): string {
  if (typeof content !== 'string') throw new TypeError('not a text')
  return content
}
