import { setTimeout as sleep } from 'node:timers/promises'
import { generateSync } from 'otplib'

/** A browser's cookies and redirects, and nothing else of one. */
export type Browser = {
  get(path: string): Promise<string>
  /** Posts a form and follows where it leads; the last page. */
  post(path: string, fields: Readonly<Record<string, string>>): Promise<string>
}

export function newBrowser(base: string): Browser {
  const cookies = new Map<string, string>()
  const send = async (path: string, init: RequestInit): Promise<string> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { ...init.headers, cookie, 'sec-fetch-site': 'same-origin' }
    const reply = await fetch(new URL(path, base), { ...init, headers, redirect: 'manual' })
    for (const set of reply.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      cookies.set(name, value)
    }
    const next = reply.headers.get('location')
    return next ? send(next, {}) : reply.text()
  }
  return {
    get: (path) => send(path, {}),
    post: (path, fields) =>
      send(path, {
        method: 'POST',
        body: new URLSearchParams(fields).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      }),
  }
}

/** The hidden answers of a page's form, which a post sends back. */
const hidden = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([tag]) => [
      /name="([^"]*)"/.exec(tag)?.[1] ?? '',
      /value="([^"]*)"/.exec(tag)?.[1] ?? '',
    ]),
  )

/** Signs in with password and code. Throws when the door stays shut. */
export async function enter(
  browser: Browser,
  account: { email: string; password: string; totpSecret: string },
): Promise<void> {
  const door = hidden(await browser.get('/sign-in'))
  const asked = await browser.post('/sign-in', { ...door, email: account.email, password: account.password })
  for (let attempt = 1; ; attempt++) {
    const code = generateSync({ secret: account.totpSecret })
    const page = await browser.post('/sign-in/code', { ...hidden(asked), code })
    if (/Sign out/.test(page)) return
    if (attempt === 2) throw new Error(`sign-in failed: ${page.replace(/<[^>]+>/g, ' ').slice(0, 2000)}`)
    await sleep(30_000)
  }
}
