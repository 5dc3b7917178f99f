-- The vault: whose keys open it. Nothing here opens anything without an officer's passphrase or the recovery key.

create schema concerns;
comment on schema concerns is 'Concerns, in the vault';
grant usage on schema concerns to kith_vault, kith_vault_jobs, kith_public;

-- Asked by nearly every policy here, once a statement. PL/pgSQL keeps its plan between statements; SQL would not.
create function concerns.is_officer() returns boolean
  language plpgsql stable security definer set search_path = '' as $$
begin
  return exists (select 1 from identity.role_grant g join identity.person p on p.id = g.person_id
    where g.person_id = kith.actor_id() and g.role in ('safeguarding-officer', 'safeguarding-lead')
      and g.approved_at is not null and g.ended_at is null and p.status = 'active');
end $$;
grant execute on function concerns.is_officer() to kith_vault;

-- One vault identity after another: a new one begins when an officer leaves, and closes what comes next to them.
create table concerns.vault_generation (
  generation integer primary key check (generation > 0),
  recipient  text not null unique,
  recovery   text not null,
  -- made with a key that is not in the database, so that nobody who only writes here can change the two
  proof      bytea not null check (length(proof) = 32),
  created_by uuid default kith.actor_id(),
  created_at timestamptz not null);
comment on table concerns.vault_generation is 'The public half of each vault key, and of the recovery key';

-- An officer's personal key, wrapped under a passphrase that is stored nowhere.
create table concerns.officer_key (
  person_id  uuid primary key,
  recipient  text not null unique,
  wrapped    bytea not null,
  proof      bytea not null check (length(proof) = 32),
  version    integer not null default 1,
  set_at     timestamptz not null);
comment on table concerns.officer_key is 'Each officer''s own key, locked with their vault passphrase';

-- A vault identity encrypted to one officer, or to the recovery key (person_id is null). Grants append: one that
-- ends, is replaced or expires stays, so that who could open what can always be told.
create table concerns.vault_grant (
  id         uuid primary key,
  generation integer not null references concerns.vault_generation,
  recipient  text not null,
  person_id  uuid,
  wrapped    bytea not null,
  granted_by uuid default kith.actor_id(),
  granted_at timestamptz not null,
  ended_by   uuid,
  ended_at   timestamptz,
  -- break-glass: who, why, until when, and who looked at it afterwards
  until       timestamptz,
  reason      text,
  reviewed_by uuid,
  reviewed_at timestamptz,
  check ((until is null) = (reason is null)),
  check ((reviewed_by is null) = (reviewed_at is null)),
  constraint another_officer_reviews check (reviewed_by is null
    or (until is not null and reviewed_by is distinct from person_id and reviewed_by is distinct from granted_by)));
create unique index vault_grant_standing on concerns.vault_grant (generation, recipient)
  where until is null and ended_at is null;
create index vault_grant_of on concerns.vault_grant (person_id, generation);
comment on table concerns.vault_grant is 'Who the vault has been opened to, by whom, and until when';

-- An open vault, for one sign-in: the keys encrypted under a key that only the officer's cookie holds.
create table concerns.vault_session (
  session_hash bytea primary key,
  person_id    uuid not null,
  sealed       bytea not null,
  opened_at    timestamptz not null,
  last_used_at timestamptz not null);
comment on table concerns.vault_session is 'Vaults that are open now; neither this nor the cookie opens one alone';
