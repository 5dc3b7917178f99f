/** Concerns, in the vault. Residents write to it and officers read it; others may only write, through `receive`. */
export { receive } from './door/receive.ts'
export { concerns } from './routes.ts'
