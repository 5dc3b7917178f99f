import { cookieName, sessionHash } from './domain.ts'

type Held = { readonly cookies: Readonly<Record<string, string | undefined>> }
type Jar = {
  setCookie(name: string, value: string, options: Record<string, unknown>): unknown
  clearCookie(name: string, options: Record<string, unknown>): unknown
}

const DEVICE_DAYS = 180

/** Tells a browser that has signed in before from a stranger's, at sign-in only. */
const deviceCookieName = (secure: boolean): string => `${cookieName(secure)}-device`

const options = (secure: boolean) => ({ path: '/', httpOnly: true, sameSite: 'lax', secure }) as const

/** Hashes of what a browser holds. */
export function browserOf({ cookies }: Held, secure: boolean) {
  const session = cookies[cookieName(secure)]
  const device = cookies[deviceCookieName(secure)]
  return { session: session ? sessionHash(session) : null, device: device ? sessionHash(device) : null }
}

/** The session ends with the browser; that it is known lasts for 180 days. */
export function keepSignedIn(reply: Jar, tokens: { session: string; device: string }, secure: boolean): void {
  reply.setCookie(cookieName(secure), tokens.session, options(secure))
  reply.setCookie(deviceCookieName(secure), tokens.device, {
    ...options(secure),
    maxAge: DEVICE_DAYS * 86_400,
  })
}

/** Signing out leaves the browser known. */
export const forgetSession = (reply: Jar, secure: boolean): unknown =>
  reply.clearCookie(cookieName(secure), options(secure))
