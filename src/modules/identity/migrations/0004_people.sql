-- Who may change accounts and roles. The pages refuse the same things with kinder words.

-- Beside the safeguarding roles, the roles that may agree: who can make a second person alone needs no second person.
-- And the data protection officer, whose log tells how many concerns there are and what became of each.
create function identity.takes_two(role text) returns boolean language sql immutable set search_path = ''
  return role in ('safeguarding-officer', 'safeguarding-lead', 'administrator', 'manager', 'data-protection-officer');

create function identity.may_agree() returns boolean language sql stable set search_path = ''
  return kith.has_role('administrator') or kith.has_role('manager') or kith.has_role('safeguarding-lead');

/* Commands of whoever runs Kith come through the jobs' door with nobody acting; no page does. */
create function identity.is_operator() returns boolean language sql stable set search_path = ''
  return kith.actor_id() is null and pg_has_role(session_user, 'kith_jobs', 'member');
grant execute on function identity.takes_two(text), identity.may_agree(), identity.is_operator() to kith_staff, kith_jobs;

grant insert (id, email, name, created_at), update (name, status, version) on identity.person to kith_staff;
create policy administrators_add on identity.person for insert to kith_staff
  with check ((select kith.has_role('administrator')) and status = 'invited');
create policy administrators_change on identity.person for update to kith_staff
  using ((select kith.has_role('administrator'))) with check ((select kith.has_role('administrator')));

grant insert (id, person_id, role, proposed_by, proposed_at, approved_by, approved_at),
      update (approved_by, approved_at, ended_by, ended_at) on identity.role_grant to kith_staff;
-- Nobody gives themselves a role, nor a role that takes two people, alone.
create policy administrators_propose on identity.role_grant for insert to kith_staff
  with check ((select kith.has_role('administrator')) and proposed_by = (select kith.actor_id())
    and (approved_at is null and approved_by is null
      or approved_by = (select kith.actor_id()) and not identity.takes_two(role) and person_id <> (select kith.actor_id())));
create policy change on identity.role_grant for update to kith_staff
  using ((select identity.may_agree())) with check ((select identity.may_agree()));

-- The operator's commands make the first accounts, but no safeguarding role that no person has agreed to.
grant select on identity.person, identity.role_grant to kith_jobs;
create policy jobs_read on identity.person for select to kith_jobs using (true);
create policy jobs_read on identity.role_grant for select to kith_jobs using (true);
grant insert (id, email, name, created_at) on identity.person to kith_jobs;
create policy operator_adds on identity.person for insert to kith_jobs
  with check ((select identity.is_operator()) and status = 'invited');
grant insert (id, person_id, role, proposed_by, proposed_at, approved_by, approved_at) on identity.role_grant to kith_jobs;
create policy operator_gives on identity.role_grant for insert to kith_jobs
  with check ((select identity.is_operator()) and proposed_by is null and approved_by is null
    and (approved_at is null or role not in ('safeguarding-officer', 'safeguarding-lead')));

create policy functions_change on identity.person for update to kith_owner using (true) with check (true);
create policy functions_change on identity.role_grant for update to kith_owner using (true) with check (true);

/* What happened stays as it was: a proposal is agreed to once, by a second person, or ended once. */
create function identity.role_grant_moves() returns trigger language plpgsql security definer set search_path = '' as $$
declare me uuid := kith.actor_id();
begin
  if (new.id, new.person_id, new.role, new.proposed_by, new.proposed_at)
      is distinct from (old.id, old.person_id, old.role, old.proposed_by, old.proposed_at)
    or old.ended_at is not null
    or (old.approved_at is not null and (new.approved_by, new.approved_at) is distinct from (old.approved_by, old.approved_at)) then
    raise exception 'the past of a role does not change' using errcode = 'insufficient_privilege';
  end if;
  if old.approved_at is null and new.approved_at is not null then
    if new.approved_by is distinct from me or me is null or me = old.person_id or me is not distinct from old.proposed_by
      or not identity.may_agree() or new.ended_at is not null then
      raise exception 'two people must agree to a role' using errcode = 'insufficient_privilege';
    end if;
    if not exists (select 1 from identity.person p where p.id = old.person_id and p.status = 'active') then
      raise exception 'somebody must have set up their account before a role is agreed' using errcode = 'insufficient_privilege';
    end if;
  end if;
  if new.ended_at is not null and (me is null or new.ended_by is distinct from me or not kith.has_role('administrator')) then
    -- whoever may agree may also decline
    if not (old.approved_at is null and new.ended_by is not distinct from me and identity.may_agree()) then
      raise exception 'only an administrator ends a role' using errcode = 'insufficient_privilege';
    end if;
  end if;
  return new;
end $$;
create trigger role_grant_moves before update on identity.role_grant
  for each row execute function identity.role_grant_moves();

/* A person's version counts changes of their roles too, so that a stale page is noticed. */
create function identity.count_role_change() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update identity.person set version = version + 1 where id = new.person_id;
  return null;
end $$;
create trigger count_role_change after insert or update on identity.role_grant
  for each row execute function identity.count_role_change();

create function identity.active_administrators() returns integer
  language sql stable security definer set search_path = ''
  begin atomic
    select count(*)::integer from identity.role_grant g join identity.person p on p.id = g.person_id
     where g.role = 'administrator' and g.approved_at is not null and g.ended_at is null and p.status = 'active';
  end;
grant execute on function identity.active_administrators() to kith_staff, kith_jobs;

/* Changes of people wait for one another: two administrators cannot end each other at the same moment. */
create function identity.hold_person(who uuid) returns integer
  language plpgsql security definer set search_path = '' as $$
declare found_version integer;
begin
  perform pg_advisory_xact_lock(hashtext('identity.people'));
  select version into found_version from identity.person where id = who for update;
  return found_version;
end $$;
grant execute on function identity.hold_person(uuid) to kith_staff, kith_jobs;

/* The last line, whatever a page forgets: somebody can always let others in. */
create function identity.keep_an_administrator() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform pg_advisory_xact_lock(hashtext('identity.people'));
  if identity.active_administrators() = 0 then
    raise exception 'the last administrator stays' using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;
create trigger keep_an_administrator after update on identity.role_grant for each row
  when (old.role = 'administrator' and old.approved_at is not null and old.ended_at is null and new.ended_at is not null)
  execute function identity.keep_an_administrator();
create trigger keep_an_administrator after update on identity.person for each row
  when (old.status = 'active' and new.status <> 'active')
  execute function identity.keep_an_administrator();

/* A closed account is out at once, in every browser. */
create function identity.end_sessions_of_closed() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update identity.session set ended_at = clock_timestamp() where person_id = new.id and ended_at is null;
  delete from identity.known_device where person_id = new.id;
  return null;
end $$;
create trigger end_sessions_of_closed after update on identity.person for each row
  when (new.status = 'closed' and old.status <> 'closed') execute function identity.end_sessions_of_closed();
