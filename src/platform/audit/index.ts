/** The log of acts, one for each half, written in the transaction of the act, sealed each minute. */
export { type AuditDetail, audit, vaultAudit } from './record.ts'
export { daySeals, type PublicSeal, sealLog } from './store.ts'
export type { Finding, LogName } from './verify.ts'
export { type Verdict, verifyLog } from './verify-log.ts'
