const HOME = '/staff'
const VAULT = '/staff/concerns'

/**
 * Where to go on after signing in: a staff page of this site, or the staff home for anything else. A concern's address
 * never stands in the address of another page: whoever was reading one goes back to the queue.
 */
export function nextPath(wanted: unknown): string {
  if (typeof wanted !== 'string' || wanted.length > 500 || !/^\/(?![/\\])/.test(wanted)) return HOME
  if (!URL.canParse(wanted, 'http://kith.invalid')) return HOME
  const url = new URL(wanted, 'http://kith.invalid')
  if (url.host !== 'kith.invalid') return HOME
  const path = decoded(url.pathname)
  if (path === VAULT || path.startsWith(`${VAULT}/`)) return VAULT
  if (path !== HOME && !path.startsWith(`${HOME}/`)) return HOME
  url.searchParams.delete('done')
  return url.pathname + url.search
}

/** `%63oncerns` is `concerns` to a router. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return HOME
  }
}

/** The address of the sign-in page that leads back to `url`. */
export function signInPath(url: string): string {
  const next = nextPath(url)
  return next === HOME ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`
}
