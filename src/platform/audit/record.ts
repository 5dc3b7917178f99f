import type { Actor } from '../../kernel/actor.ts'
import type { Tx } from '../db/index.ts'

/** Facts about an act: identifiers, counts, names of fields. Never what a record says. */
export type AuditDetail = Readonly<Record<string, string | number | boolean | readonly string[]>>

const entry = (actor: Actor, action: string, subject: string | undefined, detail: AuditDetail) => ({
  actor: actor.kind === 'system' ? actor.name : actor.kind,
  action,
  subject: subject ?? null,
  detail: JSON.stringify(detail),
})

/** Writes an act into the open half's log. `action` reads `thing.verb`: `page.published`. */
export async function audit(
  tx: Tx,
  actor: Actor,
  action: string,
  subject?: string,
  detail: AuditDetail = {},
): Promise<void> {
  await tx
    .insertInto('audit.entry')
    .values(entry(actor, action, subject, detail))
    .execute()
}

/** The same, into the closed half's log: only a transaction through the vault's door can. */
export async function vaultAudit(
  tx: Tx,
  actor: Actor,
  action: string,
  subject?: string,
  detail: AuditDetail = {},
): Promise<void> {
  await tx
    .insertInto('vaultAudit.entry')
    .values(entry(actor, action, subject, detail))
    .execute()
}
