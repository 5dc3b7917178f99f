import { sql } from 'kysely'
import type { Tx } from '../../../../platform/db/index.ts'
import { type Entry, type LogQuery, PAGE, startOf } from './domain.ts'

/** One page of the vault's log, the latest first, and one entry more. References come from the log itself. */
export async function listEntries(tx: Tx, query: LogQuery): Promise<Entry[]> {
  const { rows } = await sql<Entry>`
    select e.id, e.at, coalesce(p.name, e.actor) as by, e.action, e.detail->>'ref' as ref, o.name as about,
           e.detail->>'purpose' as purpose, e.detail->>'searched' as searched
      from vault_audit.entry e
      left join identity.person p on p.id = e.actor_id
      left join identity.person o on o.id::text = coalesce(e.detail->>'to', e.subject) and o.id <> e.actor_id
     where ${conditions(query)}
     order by e.id desc limit ${sql.lit(PAGE + 1)}`.execute(tx)
  return rows
}

function conditions({ person, action, ref, from, to, before }: LogQuery) {
  const wanted = [
    person && sql`e.actor_id = ${person}::uuid`,
    action && sql`e.action = ${action}`,
    ref && sql`e.detail->>'ref' = ${ref}`,
    from && sql`e.at >= ${startOf(from)}::timestamptz`,
    to && sql`e.at < ${startOf(to.add({ days: 1 }))}::timestamptz`,
    before && sql`e.id < ${before}`,
  ].filter((one) => one !== undefined && one !== '' && one !== 0)
  return wanted.length === 0 ? sql`true` : sql.join(wanted, sql` and `)
}

/** Everybody who has ever acted here, for the filter. */
export async function listActors(tx: Tx): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select p.id, p.name from identity.person p
     where exists (select 1 from vault_audit.entry e where e.actor_id = p.id)
     order by p.name collate "und-x-icu", p.id`.execute(tx)
  return rows
}
