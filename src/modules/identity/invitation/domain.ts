import { createHash, randomBytes } from 'node:crypto'

/** How long a link works. */
export const INVITATION_DAYS = 7

/** A link's token of 256 random bits, and what the database keeps of it. */
export function newInvitationToken(): { token: string; hash: Buffer } {
  const token = randomBytes(32).toString('base64url')
  return { token, hash: invitationHash(token) }
}

export const invitationHash = (token: string): Buffer => createHash('sha256').update(token).digest()

export const invitationPath = (token: string): string => `/invitation/${token}`

/** What the page carries, sealed, from the password to the app's first code. */
export type Setup = {
  readonly invitation: string
  readonly passwordHash: string
  readonly totpSecret: string
}
export const SETUP_MINUTES = 60
