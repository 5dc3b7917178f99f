import type { Actor } from '../../kernel/actor.ts'
import type { Tx } from '../db/index.ts'

/** Facts about an act: identifiers, counts, names of fields. Never what a record says. */
export type AuditDetail = Readonly<Record<string, string | number | boolean | readonly string[]>>

const nameOf = (actor: Actor): string => (actor.kind === 'system' ? actor.name : actor.kind)

/** Writes an act into the open half's log. `action` reads `thing.verb`: `page.published`. */
export async function audit(
  tx: Tx,
  actor: Actor,
  action: string,
  subject?: string,
  detail: AuditDetail = {},
): Promise<void> {
  const row = { actor: nameOf(actor), action, subject: subject ?? null, detail: JSON.stringify(detail) }
  await tx.insertInto('audit.entry').values(row).execute()
}

/** The same, into the closed half's log: only a transaction through the vault's door can. */
export async function vaultAudit(
  tx: Tx,
  actor: Actor,
  action: string,
  subject?: string,
  detail: AuditDetail = {},
): Promise<void> {
  const row = { actor: nameOf(actor), action, subject: subject ?? null, detail: JSON.stringify(detail) }
  await tx.insertInto('vaultAudit.entry').values(row).execute()
}
