/** The web server that modules register their routes on. */
export { assetPaths } from './assets.ts'
export { type ErrorResponder, type SignInResponder, statusOf } from './errors.ts'
export { type KeptForm, keepForm, keptToken, openKept, textsIn } from './kept-form.ts'
export { createPageCache, type PageCache, type PageCacheOptions } from './page-cache.ts'
export { buildServer, type ServerOptions } from './server.ts'
export type { Authority, ErrorKind, Session } from './types.ts'
