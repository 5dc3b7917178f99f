/** The log of acts, one for each half, written in the transaction of the act. */
export { audit, type AuditDetail, vaultAudit } from './record.ts'
