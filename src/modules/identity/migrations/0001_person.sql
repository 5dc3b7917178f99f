-- People who sign in, and the roles they hold. kith.has_role is what every policy asks.

create schema identity;
comment on schema identity is 'Accounts of the people who work with Kith';
grant usage on schema identity to kith_staff, kith_partner, kith_vault, kith_jobs;

create table identity.person (
  id         uuid primary key,
  email      text not null check (email = lower(email) and email like '%_@_%'),
  name       text not null check (name <> ''),
  status     text not null default 'invited' check (status in ('invited', 'active', 'closed')),
  version    integer not null default 1,
  created_at timestamptz not null default now());
create unique index person_email on identity.person (email);
comment on table identity.person is 'Accounts of the people who work with Kith';
comment on column identity.person.email is 'Email address they sign in with';
comment on column identity.person.name is 'Name that colleagues see';
comment on column identity.person.status is 'Invited, active or closed';

-- A role begins when it is approved and stops when it is ended; rows are never deleted, so the past can be told.
create table identity.role_grant (
  id          uuid primary key,
  person_id   uuid not null references identity.person,
  role        text not null check (role in ('content-editor', 'engagement-officer', 'commissioning-officer',
    'programme-officer', 'facilitator', 'provider', 'safeguarding-officer', 'safeguarding-lead', 'manager',
    'data-protection-officer', 'administrator')),
  proposed_by uuid references identity.person,
  proposed_at timestamptz not null default now(),
  approved_by uuid references identity.person,
  approved_at timestamptz,
  ended_by    uuid references identity.person,
  ended_at    timestamptz,
  -- Two people must agree to let anyone into the closed half; nobody agrees with themselves.
  constraint two_people_for_safeguarding check (role not in ('safeguarding-officer', 'safeguarding-lead')
    or approved_at is null or approved_by is distinct from proposed_by));
create unique index role_grant_open on identity.role_grant (person_id, role) where ended_at is null;
comment on table identity.role_grant is 'Who may do what, who proposed it and who agreed';

alter table identity.person enable row level security;
alter table identity.person force row level security;
alter table identity.role_grant enable row level security;
alter table identity.role_grant force row level security;

-- The owner's functions read these tables on behalf of roles that may not.
create policy functions_read on identity.person for select to kith_owner using (true);
create policy functions_read on identity.role_grant for select to kith_owner using (true);

-- Colleagues see each other's names, in either half.
grant select on identity.person to kith_staff, kith_vault;
create policy colleagues_read on identity.person for select to kith_staff, kith_vault using (kith.actor_id() is not null);
grant select on identity.role_grant to kith_staff, kith_vault;
create policy colleagues_read on identity.role_grant for select to kith_staff, kith_vault using (kith.actor_id() is not null);

/* Whether whoever acts now holds a role. In a policy write (select kith.has_role('…')), so that it is asked once
   a statement and not once a row. */
create function kith.has_role(wanted text) returns boolean
  language sql stable security definer set search_path = '' parallel safe
  return exists (select 1 from identity.role_grant g join identity.person p on p.id = g.person_id
    where g.person_id = kith.actor_id() and g.role = wanted
      and g.approved_at is not null and g.ended_at is null and p.status = 'active');
grant execute on function kith.has_role(text) to kith_staff, kith_partner, kith_vault;
