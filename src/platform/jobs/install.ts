import { runMigrations } from 'graphile-worker'
import pg from 'pg'
import { type Group, groupRole, OWNER } from '../db/index.ts'
import { ident } from '../db/sql.ts'

/** Each half has a queue of its own, in its own schema, worked by its own role. */
export const QUEUES = [
  { schema: 'graphile_worker', group: 'jobs' },
  { schema: 'graphile_worker_vault', group: 'vault_jobs' },
] as const satisfies readonly { schema: string; group: Group }[]

/** Makes or updates both queues, as the owner. Part of migrating; safe to repeat. */
export async function installJobs(adminUrl: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: adminUrl, options: `-c role=${OWNER}`, max: 2 })
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  try {
    for (const { schema, group } of QUEUES) {
      await runMigrations({ pgPool: pool, schema })
      await pool.query(grants(schema, groupRole(group)))
    }
  } finally {
    await pool.end()
  }
}

// graphile-worker hides its tables behind row-level security without a policy, so that only its owner can work:
// our worker is no owner, and is let in by name.
const grants = (schema: string, role: string): string => `
  revoke all on schema ${ident(schema)} from public;
  grant usage on schema ${ident(schema)} to ${ident(role)};
  grant select, insert, update, delete on all tables in schema ${ident(schema)} to ${ident(role)};
  grant usage on all sequences in schema ${ident(schema)} to ${ident(role)};
  grant execute on all functions in schema ${ident(schema)} to ${ident(role)};
  do $$ declare t record; begin
    for t in select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
              where n.nspname = '${schema}' and c.relkind = 'r' loop
      execute format('drop policy if exists the_worker on ${schema}.%I', t.relname);
      execute format('create policy the_worker on ${schema}.%I to ${role} using (true) with check (true)', t.relname);
    end loop;
  end $$;`
