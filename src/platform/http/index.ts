/** The web server that modules register their routes on. */
export { assetPaths } from './assets.ts'
export { type ErrorResponder, statusOf, type SignInResponder } from './errors.ts'
export { buildServer, type ServerOptions } from './server.ts'
export type { Authority, ErrorKind, Session } from './types.ts'
