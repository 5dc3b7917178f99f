-- What every module stands on: who is acting, what is held and why, and the two logs.

-- A new function is nobody's until it is granted.
alter default privileges revoke execute on functions from public;

create schema kith;
comment on schema kith is 'What every part stands on';
grant usage on schema kith to kith_public, kith_partner, kith_staff, kith_vault, kith_jobs, kith_vault_jobs;

-- A pooled setting comes back as '', not NULL, once it has been set in a connection.
create function kith.actor_id() returns uuid language sql stable set search_path = ''
  return nullif(current_setting('kith.actor_id', true), '')::uuid;
grant execute on function kith.actor_id() to kith_public, kith_partner, kith_staff, kith_vault, kith_jobs, kith_vault_jobs;

-- One row: the authority whose database this is.
create table kith.authority (
  only_one   boolean primary key default true check (only_one),
  settings   jsonb not null default '{}',
  version    integer not null default 1,
  updated_at timestamptz not null default now());
comment on table kith.authority is 'The council: name, contact lines, colour and languages';
comment on column kith.authority.settings is 'Name, contact lines, colour, languages and links of the council';
alter table kith.authority enable row level security;
alter table kith.authority force row level security;
create policy everyone_reads on kith.authority for select using (true);
grant select on kith.authority to kith_public, kith_partner, kith_staff, kith_vault, kith_jobs, kith_vault_jobs;

-- Every kind of record that Kith can hold; the data protection officer sets all but its name.
create table kith.record_kind (
  kind            text primary key,
  title           text not null,
  tables          text[] not null,
  legal_basis     text,
  condition       text,
  controller      text,
  recipients      text,
  review_after    interval,
  delete_after    interval,
  version         integer not null default 1,
  set_by          uuid,
  set_at          timestamptz);
comment on table kith.record_kind is 'Why each kind of record is held, and for how long';
alter table kith.record_kind enable row level security;
alter table kith.record_kind force row level security;
create policy everyone_reads on kith.record_kind for select using (true);
grant select on kith.record_kind to kith_public, kith_partner, kith_staff, kith_vault, kith_jobs, kith_vault_jobs;

-- Two logs of one kind, one for each half. Rows are added with the act; only sealing and erasing touch them later.
create schema audit;
comment on schema audit is 'The log of the open half';
create schema vault_audit;
comment on schema vault_audit is 'The log of the closed half';
grant usage on schema audit to kith_public, kith_partner, kith_staff, kith_jobs;
grant usage on schema vault_audit to kith_vault, kith_vault_jobs;

create table audit.entry (
  id       bigint generated always as identity primary key,
  at       timestamptz not null default clock_timestamp(),
  actor_id uuid default kith.actor_id(),
  actor    text not null,
  action   text not null,
  subject  text,
  detail   jsonb not null default '{}');
comment on table audit.entry is 'Who did what, and when';
comment on column audit.entry.at is 'When';
comment on column audit.entry.actor_id is 'Who, when it was a person';
comment on column audit.entry.actor is 'person, public, or the name of the part of Kith that acted';
comment on column audit.entry.action is 'What was done';
comment on column audit.entry.subject is 'Which record';
comment on column audit.entry.detail is 'Facts about the act, never what a record says';

create table vault_audit.entry (like audit.entry including all);
comment on table vault_audit.entry is 'Who read or changed a concern, and when';

do $$ declare log text; begin
  foreach log in array array['audit', 'vault_audit'] loop
    execute format('alter table %I.entry enable row level security', log);
    execute format('alter table %I.entry force row level security', log);
    -- Nobody signs with another's name.
    execute format('create policy sign_own on %I.entry for insert with check (actor_id is not distinct from kith.actor_id())', log);
  end loop;
end $$;
grant insert (actor, action, subject, detail) on audit.entry to kith_public, kith_partner, kith_staff, kith_jobs;
grant insert (actor, action, subject, detail) on vault_audit.entry to kith_vault, kith_vault_jobs;
