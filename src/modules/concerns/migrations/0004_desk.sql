-- Who may do what to the vault's rows: officers, through the vault's door, and nobody else. An officer who stepped
-- back from a concern sees nothing of it. Nothing is ever deleted here but an open vault.

create table concerns.unlock_attempt (
  person_id uuid primary key,
  tries     integer not null,
  since     timestamptz not null);
comment on table concerns.unlock_attempt is 'How often an officer tried to open the vault in the last few minutes';
alter table concerns.unlock_attempt enable row level security;
alter table concerns.unlock_attempt force row level security;

-- The owner's functions and commands: making the vault, counting clocks. The owner serves no request.
create policy owner_keeps on concerns.vault_generation to kith_owner using (true) with check (true);
create policy owner_keeps on concerns.officer_key to kith_owner using (true) with check (true);
create policy owner_keeps on concerns.vault_grant to kith_owner using (true) with check (true);

/* Whether somebody was given a generation of the vault for good, to the key that they have now: who may hand on what.
   Access for a time is to read and decide with, and gives nobody else any. */
create function concerns.holds_generation(who uuid, wanted integer) returns boolean
  language sql stable security definer set search_path = ''
  return exists (select 1 from concerns.vault_grant g
    join concerns.officer_key k on k.person_id = g.person_id and k.recipient = g.recipient
    where g.person_id = who and g.generation = wanted and g.ended_at is null and g.until is null);
grant execute on function concerns.holds_generation(uuid, integer) to kith_vault;

-- Keys ------------------------------------------------------------------------------------------------------------

grant select on concerns.vault_generation to kith_vault;
grant insert (generation, recipient, recovery, proof, created_at) on concerns.vault_generation to kith_vault;
create policy officers_read on concerns.vault_generation for select to kith_vault
  using ((select concerns.is_officer()));
create policy holders_renew on concerns.vault_generation for insert to kith_vault
  with check ((select concerns.is_officer()) and created_by = kith.actor_id()
    and concerns.holds_generation(kith.actor_id(), generation - 1));

grant select on concerns.officer_key to kith_vault;
grant insert (person_id, recipient, wrapped, proof, set_at) on concerns.officer_key to kith_vault;
grant update (recipient, wrapped, proof, set_at, version) on concerns.officer_key to kith_vault;
create policy officers_read on concerns.officer_key for select to kith_vault
  using ((select concerns.is_officer()));
create policy own_key on concerns.officer_key for insert to kith_vault
  with check ((select concerns.is_officer()) and person_id = (select kith.actor_id()));
create policy own_change on concerns.officer_key for update to kith_vault
  using ((select concerns.is_officer()) and person_id = (select kith.actor_id()))
  with check (person_id = (select kith.actor_id()));

/* Nobody grants to themselves. A new generation goes to those who held the one before, its maker among them, and
   to the recovery key. Only a lead may grant for a time (break-glass). */
grant select on concerns.vault_grant to kith_vault;
grant insert (id, generation, recipient, person_id, wrapped, granted_at, until, reason)
  on concerns.vault_grant to kith_vault;
grant update (ended_by, ended_at, reviewed_by, reviewed_at) on concerns.vault_grant to kith_vault;
create policy officers_read on concerns.vault_grant for select to kith_vault
  using ((select concerns.is_officer()));
create policy holders_grant on concerns.vault_grant for insert to kith_vault
  with check ((select concerns.is_officer()) and granted_by = (select kith.actor_id())
    and (concerns.holds_generation(kith.actor_id(), generation)
      or concerns.holds_generation(kith.actor_id(), generation - 1))
    and (person_id is distinct from (select kith.actor_id())
      or concerns.holds_generation(kith.actor_id(), generation - 1))
    and (until is null or (select kith.has_role('safeguarding-lead')))
    and case when person_id is null
      then exists (select 1 from concerns.vault_generation v
        where v.generation = vault_grant.generation and v.recovery = vault_grant.recipient)
      else exists (select 1 from concerns.officer_key k
          where k.person_id = vault_grant.person_id and k.recipient = vault_grant.recipient)
        and exists (select 1 from identity.role_grant r where r.person_id = vault_grant.person_id
          and r.role in ('safeguarding-officer', 'safeguarding-lead')
          and r.approved_at is not null and r.ended_at is null) end);
create policy officers_end_and_review on concerns.vault_grant for update to kith_vault
  using ((select concerns.is_officer()) and (ended_at is null or (until is not null and reviewed_at is null)))
  with check (ended_by = (select kith.actor_id()) or reviewed_by = (select kith.actor_id()));

/* Who ended a grant, and who looked at it afterwards, each said so themselves, once. */
create function concerns.vault_grant_moves() returns trigger language plpgsql set search_path = '' as $$
declare me uuid := kith.actor_id();
begin
  if (new.ended_by, new.ended_at) is distinct from (old.ended_by, old.ended_at)
    and (old.ended_at is not null or new.ended_by is distinct from me)
  or (new.reviewed_by, new.reviewed_at) is distinct from (old.reviewed_by, old.reviewed_at)
    and (old.reviewed_at is not null or new.reviewed_by is distinct from me) then
    raise exception 'nobody ends or reviews access under another name' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger vault_grant_moves before update on concerns.vault_grant
  for each row execute function concerns.vault_grant_moves();

grant select, insert, delete on concerns.vault_session to kith_vault;
grant update (last_used_at) on concerns.vault_session to kith_vault;
create policy own_vault on concerns.vault_session to kith_vault
  using ((select concerns.is_officer()) and person_id = (select kith.actor_id()))
  with check ((select concerns.is_officer()) and person_id = (select kith.actor_id()));

grant select, insert on concerns.unlock_attempt to kith_vault;
grant update (tries, since) on concerns.unlock_attempt to kith_vault;
create policy own_tries on concerns.unlock_attempt to kith_vault
  using ((select concerns.is_officer()) and person_id = (select kith.actor_id()))
  with check ((select concerns.is_officer()) and person_id = (select kith.actor_id()));

-- Concerns --------------------------------------------------------------------------------------------------------

grant select on concerns.withdrawal to kith_vault;
grant insert (concern_id, reason, at) on concerns.withdrawal to kith_vault;
create policy officers_read on concerns.withdrawal for select to kith_vault
  using ((select concerns.is_officer()));

grant select on concerns.concern to kith_vault;
grant insert (id, ref, channel, danger_now, body, generation, receipt_hash, receipt_recipient, receipt_until,
  received_at, acknowledge_by, acknowledged_at, recorded_by) on concerns.concern to kith_vault;
grant update (status, version, acknowledged_at, check_by, assigned_to, told) on concerns.concern to kith_vault;
create policy officers_read on concerns.concern for select to kith_vault
  using ((select concerns.is_officer()) and id not in (select w.concern_id from concerns.withdrawal w
    where w.person_id = (select kith.actor_id())));
create policy officers_record on concerns.concern for insert to kith_vault
  with check ((select concerns.is_officer()) and recorded_by = (select kith.actor_id()) and channel <> 'online');
create policy officers_work on concerns.concern for update to kith_vault
  using ((select concerns.is_officer()) and id not in (select w.concern_id from concerns.withdrawal w
    where w.person_id = (select kith.actor_id())))
  -- and nobody is given what they stepped back from
  with check (assigned_to is null or not exists (select 1 from concerns.withdrawal w
    where w.concern_id = concern.id and w.person_id = concern.assigned_to));

create policy step_back on concerns.withdrawal for insert to kith_vault
  with check ((select concerns.is_officer()) and person_id = (select kith.actor_id()));

-- What hangs on a concern is seen by whoever sees the concern, and signed by whoever wrote it.
grant select on concerns.message, concerns.note, concerns.decision, concerns.handover, concerns.told to kith_vault;
do $$ declare name text; begin
  foreach name in array array['message', 'note', 'decision', 'handover', 'told'] loop
    execute format('create policy officers_read on concerns.%I for select to kith_vault using ('
      '(select concerns.is_officer()) and exists (select 1 from concerns.concern c where c.id = concern_id))', name);
  end loop;
end $$;

grant insert (id, concern_id, direction, body, sent_by, sent_at) on concerns.message to kith_vault;
create policy officers_reply on concerns.message for insert to kith_vault
  with check (direction = 'to-resident' and sent_by = (select kith.actor_id())
    and exists (select 1 from concerns.concern c where c.id = concern_id));

grant insert (id, concern_id, body, written_at) on concerns.note to kith_vault;
create policy officers_sign on concerns.note for insert to kith_vault
  with check (written_by = (select kith.actor_id())
    and exists (select 1 from concerns.concern c where c.id = concern_id));

grant insert (id, concern_id, routes, reason, urgent, decided_at) on concerns.decision to kith_vault;
create policy officers_sign on concerns.decision for insert to kith_vault
  with check (decided_by = (select kith.actor_id())
    and exists (select 1 from concerns.concern c where c.id = concern_id));

grant insert (id, concern_id, state, reason, at) on concerns.told to kith_vault;
create policy officers_sign on concerns.told for insert to kith_vault
  with check (by = (select kith.actor_id())
    and exists (select 1 from concerns.concern c where c.id = concern_id));

/* A hand-over is made with a decision of one's own that has the police among its routes, and always unchecked. It
   is checked once, by somebody else, under their own name. */
grant insert (id, concern_id, decision_id, decided_by, urgent, urgent_reason, state, check_by)
  on concerns.handover to kith_vault;
grant update (state, version, checked_by, checked_at, check_note) on concerns.handover to kith_vault;
create policy deciders_hand_over on concerns.handover for insert to kith_vault
  with check (state = case when urgent then 'sent-unchecked' else 'waiting' end and checked_by is null
    and exists (select 1 from concerns.decision d where d.id = decision_id and d.concern_id = handover.concern_id
      and d.decided_by = (select kith.actor_id()) and d.decided_by = handover.decided_by
      and 'police' = any (d.routes)));
create policy another_officer_checks on concerns.handover for update to kith_vault
  using (state in ('waiting', 'sent-unchecked')
    and exists (select 1 from concerns.concern c where c.id = concern_id))
  with check ((checked_by = (select kith.actor_id()) and decided_by <> (select kith.actor_id())
      and checked_at is not null
      and state = any (case when urgent then '{checked,disputed}' else '{confirmed,refused}' end::text[]))
    or (state = 'superseded' and checked_by is null and not urgent));

-- The log ---------------------------------------------------------------------------------------------------------

create index entry_subject on vault_audit.entry (subject, id);
grant select on vault_audit.entry to kith_vault;
create policy reviewers_read on vault_audit.entry for select to kith_vault
  using ((select kith.has_role('data-protection-officer')) or (select kith.has_role('safeguarding-lead')));
-- An officer sees what was done to a concern that they can see.
create policy officers_read on vault_audit.entry for select to kith_vault
  using ((select concerns.is_officer()) and exists (select 1 from concerns.concern c
    where c.id = case when subject ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then subject::uuid end));

-- Clocks for managers: counts and times, no reference and no content ----------------------------------------------

create policy functions_count on concerns.concern for select to kith_owner using (true);
create policy functions_count on concerns.handover for select to kith_owner using (true);

create function concerns.sees_clocks() returns boolean
  language sql stable security definer set search_path = ''
  return kith.has_role('manager') or kith.has_role('safeguarding-lead');

create function concerns.clock_figures(at timestamptz, since timestamptz)
  returns table (open bigint, unassigned bigint, waiting bigint, overdue bigint, in_time bigint, ended bigint,
    checks_waiting bigint, checks_owed bigint, checks_overdue bigint)
  language sql stable security definer set search_path = '' as $$
  select count(*) filter (where c.status <> 'closed'),
         count(*) filter (where c.status <> 'closed' and c.assigned_to is null),
         count(*) filter (where c.status <> 'closed' and c.acknowledged_at is null),
         count(*) filter (where c.status <> 'closed' and c.acknowledged_at is null and c.acknowledge_by < at),
         count(*) filter (where c.acknowledge_by >= since and c.acknowledge_by < at
           and c.acknowledged_at <= c.acknowledge_by),
         count(*) filter (where c.acknowledge_by >= since and c.acknowledge_by < at),
         (select count(*) from concerns.handover h where h.state = 'waiting'),
         (select count(*) from concerns.handover h where h.state = 'sent-unchecked'),
         (select count(*) from concerns.handover h where h.state = 'sent-unchecked' and h.check_by < at)
    from concerns.concern c
  -- under a condition on the whole: whoever may not see this gets no row, not a row of noughts
  having concerns.sees_clocks()
$$;
grant execute on function concerns.clock_figures(timestamptz, timestamptz) to kith_vault;

create function concerns.overdue_clocks(at timestamptz)
  returns table (clock text, due_at timestamptz, assigned boolean)
  language sql stable security definer set search_path = '' as $$
  select o.clock, o.due_at, o.assigned from (
    select 'acknowledge' as clock, c.acknowledge_by as due_at, c.assigned_to is not null as assigned
      from concerns.concern c
     where c.status <> 'closed' and c.acknowledged_at is null and c.acknowledge_by < at
    union all
    select 'check', h.check_by, true from concerns.handover h where h.state = 'sent-unchecked' and h.check_by < at) o
   where concerns.sees_clocks() order by o.due_at limit 100
$$;
grant execute on function concerns.overdue_clocks(timestamptz) to kith_vault;

-- Whatever goes wrong above, nothing that an officer wrote is ever stored in clear --------------------------------

do $$ declare place text[]; begin
  foreach place slice 1 in array array[['note', 'body'], ['decision', 'reason'], ['told', 'reason'],
    ['withdrawal', 'reason'], ['handover', 'urgent_reason'], ['handover', 'check_note']] loop
    execute format('alter table concerns.%I add constraint %I check (substring(%I from 1 for 22) '
      '= convert_to(E''age-encryption.org/v1\n'', ''UTF8''))', place[1], place[2] || '_is_sealed', place[2]);
  end loop;
end $$;

-- What each column is, in words for /what-we-hold ------------------------------------------------------------------

do $$ declare place text[]; begin
  foreach place slice 1 in array array[
    ['vault_generation', 'generation', 'Number of the key'],
    ['vault_generation', 'recipient', 'Public half of the vault''s key'],
    ['vault_generation', 'recovery', 'Public half of the council''s recovery key'],
    ['vault_generation', 'proof', 'Proof that Kith made it, under a key that is not in the database'],
    ['vault_generation', 'created_by', 'Officer who made it'],
    ['vault_generation', 'created_at', 'When it was made'],
    ['officer_key', 'person_id', 'The officer'],
    ['officer_key', 'recipient', 'Public half of the officer''s key'],
    ['officer_key', 'wrapped', 'The officer''s key, locked with a passphrase that is stored nowhere'],
    ['officer_key', 'proof', 'Proof that Kith made it, under a key that is not in the database'],
    ['officer_key', 'version', 'How often it was changed'],
    ['officer_key', 'set_at', 'When the passphrase was set'],
    ['vault_grant', 'id', 'Number of the access'],
    ['vault_grant', 'generation', 'Which key of the vault'],
    ['vault_grant', 'recipient', 'Public half of the key that it was given to'],
    ['vault_grant', 'person_id', 'The officer; none for the recovery key'],
    ['vault_grant', 'wrapped', 'The vault''s key, locked for that officer'],
    ['vault_grant', 'granted_by', 'Officer who gave access'],
    ['vault_grant', 'granted_at', 'When access was given'],
    ['vault_grant', 'ended_by', 'Officer who ended it'],
    ['vault_grant', 'ended_at', 'When it was ended'],
    ['vault_grant', 'until', 'When access in an emergency ends by itself'],
    ['vault_grant', 'reason', 'Why access was given in an emergency'],
    ['vault_grant', 'reviewed_by', 'Officer who reviewed it'],
    ['vault_grant', 'reviewed_at', 'When it was reviewed'],
    ['vault_session', 'session_hash', 'Which sign-in'],
    ['vault_session', 'person_id', 'The officer'],
    ['vault_session', 'sealed', 'Keys, locked with what only the officer''s cookie holds'],
    ['vault_session', 'opened_at', 'When it was opened'],
    ['vault_session', 'last_used_at', 'When it was last used'],
    ['unlock_attempt', 'person_id', 'The officer'],
    ['unlock_attempt', 'tries', 'How many times'],
    ['unlock_attempt', 'since', 'Since when'],
    ['concern', 'id', 'Identifier'],
    ['concern', 'ref', 'Reference that officers use'],
    ['concern', 'version', 'How often it was changed'],
    ['concern', 'status', 'To decide, decided or closed'],
    ['concern', 'channel', 'How it came'],
    ['concern', 'danger_now', 'Whether somebody was said to be in danger'],
    ['concern', 'generation', 'Which key of the vault it is locked with'],
    ['concern', 'receipt_until', 'Until when the receipt opens it'],
    ['concern', 'send_hash', 'Keyed hash of the form it came in, so that it arrives once'],
    ['concern', 'received_at', 'When it came'],
    ['concern', 'acknowledge_by', 'When it must be acknowledged'],
    ['concern', 'acknowledged_at', 'When it was acknowledged'],
    ['concern', 'check_by', 'When an urgent hand-over must be checked'],
    ['concern', 'due_at', 'Which of the two comes first'],
    ['concern', 'recorded_by', 'Officer who wrote it down'],
    ['concern', 'assigned_to', 'Officer who works on it'],
    ['concern', 'told', 'Whether the person or a parent has been told'],
    ['withdrawal', 'concern_id', 'The concern'],
    ['withdrawal', 'person_id', 'The officer'],
    ['withdrawal', 'reason', 'Why: encrypted'],
    ['withdrawal', 'at', 'When'],
    ['message', 'id', 'Identifier'],
    ['message', 'concern_id', 'The concern'],
    ['message', 'direction', 'From or to whoever holds the receipt'],
    ['message', 'body', 'The message: encrypted'],
    ['message', 'sent_by', 'Officer who wrote it; none for a resident'],
    ['message', 'sent_at', 'When'],
    ['message', 'send_hash', 'Keyed hash of the form it came in, so that it arrives once'],
    ['note', 'id', 'Identifier'],
    ['note', 'concern_id', 'The concern'],
    ['note', 'body', 'The note: encrypted'],
    ['note', 'written_by', 'Officer who wrote it'],
    ['note', 'written_at', 'When'],
    ['decision', 'id', 'Identifier'],
    ['decision', 'concern_id', 'The concern'],
    ['decision', 'routes', 'What should happen next'],
    ['decision', 'reason', 'Why: encrypted'],
    ['decision', 'urgent', 'Whether the police were told at once'],
    ['decision', 'decided_by', 'Officer who decided'],
    ['decision', 'decided_at', 'When'],
    ['handover', 'id', 'Identifier'],
    ['handover', 'concern_id', 'The concern'],
    ['handover', 'decision_id', 'The decision'],
    ['handover', 'decided_by', 'Officer who decided'],
    ['handover', 'urgent', 'Whether it went at once'],
    ['handover', 'urgent_reason', 'Why it could not wait: encrypted'],
    ['handover', 'state', 'How far it has come'],
    ['handover', 'version', 'How often it was changed'],
    ['handover', 'check_by', 'When a second officer must have checked it'],
    ['handover', 'checked_by', 'Second officer'],
    ['handover', 'checked_at', 'When it was checked'],
    ['handover', 'check_note', 'What the second officer wrote: encrypted'],
    ['told', 'id', 'Identifier'],
    ['told', 'concern_id', 'The concern'],
    ['told', 'state', 'Told or not'],
    ['told', 'reason', 'Why: encrypted'],
    ['told', 'by', 'Officer who said so'],
    ['told', 'at', 'When']] loop
    execute format('comment on column concerns.%I.%I is %L', place[1], place[2], place[3]);
  end loop;
end $$;
