import { randomBytes } from 'node:crypto'

declare const brand: unique symbol
/** A UUID of one kind of record; kinds do not mix. */
export type Id<Kind extends string> = string & { readonly [brand]: Kind }
export type PersonId = Id<'person'>

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Whether a text from outside has the form of an identifier. */
export const isId = (text: unknown): text is string => typeof text === 'string' && UUID.test(text)

/**
 * A new UUID version 7 (RFC 9562): the first 48 bits are milliseconds, so indexes grow at one end.
 * Not for anything that must not tell when it was made.
 */
export function newId<Kind extends string>(now: number = Date.now()): Id<Kind> {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(now, 0, 6)
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as Id<Kind>
}
