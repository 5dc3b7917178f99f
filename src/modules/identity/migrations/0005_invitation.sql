-- A way in by link: for somebody new, and for somebody who lost their password or their app.

create table identity.invitation (
  id          uuid primary key,
  person_id   uuid not null references identity.person,
  proposed_by uuid references identity.person,
  proposed_at timestamptz not null,
  approved_by uuid references identity.person,
  approved_at timestamptz,
  hash        bytea unique check (length(hash) = 32),
  expires_at  timestamptz,
  used_at     timestamptz,
  ended_at    timestamptz,
  check ((hash is null) = (expires_at is null)));
create unique index invitation_open on identity.invitation (person_id) where used_at is null and ended_at is null;
comment on table identity.invitation is 'Links by which somebody sets up their account';
comment on column identity.invitation.hash is 'Hash of the link; the link itself is shown once and not kept';
alter table identity.invitation enable row level security;
alter table identity.invitation force row level security;
create policy functions_use on identity.invitation to kith_owner using (true) with check (true);
grant select (id, person_id, proposed_by, proposed_at, approved_by, approved_at, expires_at, used_at, ended_at)
  on identity.invitation to kith_staff;
create policy who_may_agree_reads on identity.invitation for select to kith_staff using ((select identity.may_agree()));

create function identity.holds_two_person_role(who uuid) returns boolean
  language sql stable security definer set search_path = ''
  begin atomic
    select exists (select 1 from identity.role_grant g where g.person_id = who and identity.takes_two(g.role)
      and g.approved_at is not null and g.ended_at is null);
  end;
grant execute on function identity.holds_two_person_role(uuid) to kith_staff, kith_jobs;

/* Makes a link for somebody. For whoever holds a role that takes two people, an administrator alone only asks for
   one: a second person must agree, because who holds the link can become that person. Earlier links stop working. */
create function identity.invite(new_id uuid, who uuid, token_hash bytea, expires timestamptz, at timestamptz)
  returns void language plpgsql security definer set search_path = '' as $$
declare alone boolean := token_hash is not null;
begin
  if not (identity.is_operator() or kith.has_role('administrator')) then
    raise exception 'only an administrator invites' using errcode = 'insufficient_privilege';
  end if;
  if alone and not identity.is_operator() and identity.holds_two_person_role(who) then
    raise exception 'two people must agree to a new link for this person' using errcode = 'insufficient_privilege';
  end if;
  update identity.invitation set ended_at = at where person_id = who and used_at is null and ended_at is null;
  insert into identity.invitation (id, person_id, proposed_by, proposed_at, hash, expires_at)
    values (new_id, who, kith.actor_id(), at, token_hash, case when alone then expires end);
end $$;
grant execute on function identity.invite(uuid, uuid, bytea, timestamptz, timestamptz) to kith_staff, kith_jobs;

/* Agrees to a link that somebody else asked for. False when there is nothing to agree to any more. */
create function identity.agree_to_invitation(which uuid, token_hash bytea, expires timestamptz, at timestamptz)
  returns boolean language plpgsql security definer set search_path = '' as $$
declare asked identity.invitation; me uuid := kith.actor_id();
begin
  select * into asked from identity.invitation i where i.id = which and i.hash is null and i.ended_at is null for update;
  if asked.id is null then return false; end if;
  if me is null or not identity.may_agree() or me is not distinct from asked.proposed_by or me = asked.person_id then
    raise exception 'two people must agree to a new link for this person' using errcode = 'insufficient_privilege';
  end if;
  update identity.invitation set approved_by = me, approved_at = at, hash = token_hash, expires_at = expires
    where id = which;
  return true;
end $$;
grant execute on function identity.agree_to_invitation(uuid, bytea, timestamptz, timestamptz) to kith_staff;

/* Takes a link back. */
create function identity.withdraw_invitation(who uuid, at timestamptz)
  returns integer language plpgsql security definer set search_path = '' as $$
declare gone integer;
begin
  if not identity.may_agree() then
    raise exception 'only an administrator withdraws a link' using errcode = 'insufficient_privilege';
  end if;
  update identity.invitation set ended_at = at where person_id = who and used_at is null and ended_at is null;
  get diagnostics gone = row_count;
  return gone;
end $$;
grant execute on function identity.withdraw_invitation(uuid, timestamptz) to kith_staff;

/* Who a link is for, while it works. */
create function identity.find_invitation(token_hash bytea, at timestamptz)
  returns table (id uuid, person_id uuid, name text, email text, again boolean)
  language sql stable security definer set search_path = ''
  begin atomic
    select i.id, p.id, p.name, p.email, exists (select 1 from identity.credential c where c.person_id = p.id)
      from identity.invitation i join identity.person p on p.id = i.person_id
     where i.hash = token_hash and i.used_at is null and i.ended_at is null and i.expires_at > at and p.status <> 'closed';
  end;
grant execute on function identity.find_invitation(bytea, timestamptz) to kith_staff;

/* Uses a link, once: sets how the person signs in, and ends every session and known browser they had. */
create function identity.accept_invitation(token_hash bytea, new_password text, new_totp text, counter bigint, codes bytea[], at timestamptz)
  returns uuid language plpgsql security definer set search_path = '' as $$
declare who uuid;
begin
  update identity.invitation i set used_at = at from identity.person p
    where i.hash = token_hash and i.used_at is null and i.ended_at is null and i.expires_at > at
      and p.id = i.person_id and p.status <> 'closed'
    returning i.person_id into who;
  if who is null then return null; end if;
  insert into identity.credential as c (person_id, password_hash, totp_secret, last_counter, set_at)
    values (who, new_password, new_totp, counter, at)
    on conflict (person_id) do update set password_hash = excluded.password_hash, totp_secret = excluded.totp_secret,
      last_counter = excluded.last_counter, set_at = at, version = c.version + 1;
  delete from identity.recovery_code where person_id = who;
  insert into identity.recovery_code (hash, person_id) select h, who from unnest(codes) h;
  update identity.session set ended_at = at where person_id = who and ended_at is null;
  delete from identity.known_device where person_id = who;
  update identity.person set status = 'active', version = version + 1 where id = who and status = 'invited';
  return who;
end $$;
grant execute on function identity.accept_invitation(bytea, text, text, bigint, bytea[], timestamptz) to kith_staff;

/* A link made for somebody without power must not open an account that has it now; nor a closed one. */
create function identity.end_links_of_role() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update identity.invitation set ended_at = clock_timestamp()
    where person_id = new.person_id and used_at is null and ended_at is null;
  return null;
end $$;
create trigger end_links_of_role after update on identity.role_grant for each row
  when (old.approved_at is null and new.approved_at is not null and identity.takes_two(new.role))
  execute function identity.end_links_of_role();

create function identity.end_links_of_closed() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update identity.invitation set ended_at = clock_timestamp()
    where person_id = new.id and used_at is null and ended_at is null;
  return null;
end $$;
create trigger end_links_of_closed after update on identity.person for each row
  when (new.status = 'closed' and old.status <> 'closed') execute function identity.end_links_of_closed();
