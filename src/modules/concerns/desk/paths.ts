/** The officers' pages. */
export const DESK = '/staff/concerns'
export const VAULT = `${DESK}/vault`
export const concernPath = (id: string, page = ''): string => `${DESK}/${id}${page && `/${page}`}`

const BELOW = /^\/staff\/concerns(\/[A-Za-z0-9/-]*)?(\?[A-Za-z0-9_.~=&%-]*)?$/

/** Where to go on after unlocking: a page of this desk, and no other. */
export const nextPath = (wanted: unknown): string =>
  typeof wanted === 'string' && wanted.length <= 500 && BELOW.test(wanted) ? wanted : DESK
