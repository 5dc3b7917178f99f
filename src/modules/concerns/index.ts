/** Concerns, in the vault. Residents write to it and officers read it; others may only write, through `receive`. */

export { isProven, proofsOf } from './crypto/proof.ts'
export { seedDemoConcerns } from './demo/seed.ts'
export { type DemoOfficer, makeDemoVault } from './demo/vault.ts'
export { grantByPassphrase } from './desk/vault/grant-by-passphrase.ts'
export { recoverVault } from './desk/vault/recover.ts'
export { initVault, rotateVault } from './desk/vault/rotate.ts'
export { receive } from './door/receive.ts'
export { concerns } from './routes.ts'
