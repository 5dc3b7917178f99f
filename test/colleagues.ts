import type { Role } from '../src/kernel/actor.ts'
import { createDemoPeople, type DemoAccount } from '../src/modules/identity/index.ts'
import { totpCode } from '../src/modules/identity/sign-in/totp.ts'
import type { TestApp, Visitor } from './app.ts'

let made = 0

/** Somebody with a password and an app of their own, set up by link as everybody is. */
export async function colleague(test: TestApp, ...roles: Role[]): Promise<DemoAccount> {
  made += 1
  const { staff, jobs } = test.doors
  const deps = { staff, jobs, masterKey: test.authority.masterKey, clock: test.clock }
  const person = { name: `Robin Ash ${made}`, email: `robin${made}@example.org`, roles }
  const [account] = await createDemoPeople(deps, [person])
  if (!account) throw new Error('no account was made')
  return account
}

/** The value of a hidden input of a page. */
export function hidden(html: string, name: string): string {
  const input = html.match(new RegExp(`<input[^>]*name="${name}"[^>]*>`))?.[0] ?? ''
  return (input.match(/value="([^"]*)"/)?.[1] ?? '').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
}

/** The code that the app shows now. */
export const codeNow = (test: TestApp, { totpSecret }: DemoAccount): string =>
  totpCode(totpSecret, test.clock.now())

/** Password, then code, in a browser; gives the last answer. Moves the clock on, as a code works once. */
export async function signInAs(test: TestApp, account: DemoAccount, browser: Visitor = test.visitor()) {
  test.clock.advance({ seconds: 60 })
  const asked = await browser.post('/sign-in', { email: account.email, password: account.password })
  const ticket = hidden(asked.body, 'ticket')
  const answer = await browser.post('/sign-in/code', { ticket, code: codeNow(test, account) })
  return { browser, answer, ticket }
}
