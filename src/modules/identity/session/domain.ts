import { createHash, randomBytes } from 'node:crypto'

/** Idle time before somebody must sign in again, and the longest a session lasts whatever they do. */
export const IDLE_MINUTES = 30
export const LONGEST_HOURS = 12

/** `__Host-` cookies are only sent over https and never to a subdomain. */
export const cookieName = (secure: boolean): string => (secure ? '__Host-kith' : 'kith')

/** A token of 256 random bits, and what the database keeps of it. */
export function newSessionToken(): { token: string; hash: Buffer } {
  const token = randomBytes(32).toString('base64url')
  return { token, hash: sessionHash(token) }
}

/** A random token needs no salt and no slow hash. */
export const sessionHash = (token: string): Buffer => createHash('sha256').update(token).digest()
