import { generateSecret, generateSync, generateURI, verifySync } from 'otplib'
import type { Instant } from '../../../kernel/clock.ts'

/** A new secret for an authenticator app, of 160 bits, in Base32. */
export const newTotpSecret = (): string => generateSecret()

/** What the QR code says. A colon would end the issuer early. */
export const totpUri = (secret: string, issuer: string, email: string): string =>
  generateURI({ issuer: issuer.replaceAll(':', ' '), label: email, secret })

/** The secret in groups of four, to type. */
export const spacedSecret = (secret: string): string => secret.match(/.{1,4}/g)?.join(' ') ?? secret

/** The time step whose code this is: now, or one of thirty seconds earlier or later; undefined for any other code. */
export function totpStep(secret: string, typed: string, now: Instant): number | undefined {
  const token = typed.replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return undefined
  const epoch = Math.floor(now.epochMilliseconds / 1000)
  const result = verifySync({ secret, token, epoch, epochTolerance: 30 })
  return result.valid && 'timeStep' in result ? result.timeStep : undefined
}

/** The code that an app would show. For demonstration accounts; nobody signs in with what the server works out. */
export const totpCode = (secret: string, at: Instant): string =>
  generateSync({ secret, epoch: Math.floor(at.epochMilliseconds / 1000) })
