/** One encrypted file with everything in it, and the way back. */
export { type Checked, checkBackup } from './check.ts'
export { readWholeTables } from './copy.ts'
export { loadBackup } from './load.ts'
export { openBackup } from './open.ts'
export { takeBackup } from './take.ts'
