-- The residents' door. kith_public may call four functions and has no privilege on any table here: it can put a
-- concern in and can take none out. What comes back to a receipt is sealed to that receipt.

-- Whatever goes wrong above, no clear text is ever stored.
alter table concerns.concern add constraint concern_is_sealed
  check (substring(body from 1 for 22) = convert_to(E'age-encryption.org/v1\n', 'UTF8'));
alter table concerns.message add constraint message_is_sealed
  check (substring(body from 1 for 22) = convert_to(E'age-encryption.org/v1\n', 'UTF8'));

-- The functions belong to kith_owner, whom row-level security binds too.
create policy door_reads on concerns.vault_generation for select to kith_owner using (true);
create policy door_reads on concerns.vault_grant for select to kith_owner using (true);
create policy door_reads on concerns.officer_key for select to kith_owner using (true);
create policy door_reads on concerns.concern for select to kith_owner using (true);
create policy door_reads on concerns.message for select to kith_owner using (true);
create policy door_adds on concerns.concern for insert to kith_owner
  with check (channel = 'online' and status = 'received' and recorded_by is null and assigned_to is null);
create policy door_adds on concerns.message for insert to kith_owner
  with check (direction = 'from-resident' and sent_by is null);

/* Whether any concern may come in: the data protection officer has said on what basis, for whom and how long, and an
   officer with a live account, role and grant can open what comes. PL/pgSQL keeps its plan between statements. */
create function concerns.is_open(at timestamptz, present integer)
  returns boolean language plpgsql stable security definer set search_path = '' as $$
begin
  return exists (select 1 from kith.record_kind k where k.kind = 'concerns' and k.legal_basis is not null
             and k.recipients is not null and k.review_after is not null and k.delete_after is not null)
    and exists (select 1 from concerns.vault_grant v
                  join concerns.officer_key o on o.person_id = v.person_id and o.recipient = v.recipient
                  join identity.person p on p.id = v.person_id and p.status = 'active'
                  join identity.role_grant r on r.person_id = p.id
                   and r.role in ('safeguarding-officer', 'safeguarding-lead')
                   and r.approved_at is not null and r.ended_at is null
                 where v.generation = present and v.ended_at is null and (v.until is null or v.until > at));
end $$;

/* To whom concerns are sealed now, and whether any may come in. No row: no vault. Whoever asks checks the proof
   before sealing. */
create function concerns.door(at timestamptz)
  returns table (is_open boolean, generation integer, vault text, recovery text, proof bytea)
  language sql stable security definer set search_path = ''
  begin atomic
    select concerns.is_open(at, g.generation), g.generation, g.recipient, g.recovery, g.proof
      from concerns.vault_generation g order by g.generation desc limit 1;
  end;

/* Takes one concern in. 'new'; 'again' when these very answers came before; and, with nothing stored, 'changed' when
   this receipt already has a concern with other answers, 'closed' when the door is, 'stale' when it was sealed to
   another key than the vault's present one or the council's recovery key. A flood is marked, never refused. */
create function concerns.receive(id uuid, ref text, danger_now boolean, body bytea, generation integer, vault text,
    recovery text, receipt_hash bytea, receipt_recipient text, send_hash bytea, at timestamptz, acknowledge_by timestamptz,
    burst_over integer)
  returns text language plpgsql security definer set search_path = '' as $$
#variable_conflict use_variable
declare
  in_burst boolean;
  present record;
begin
  -- The answer "we have it" is given after the commit, and the commit waits for the disk, whatever the server's default.
  perform set_config('synchronous_commit', 'on', true);
  select g.generation, g.recipient, g.recovery into present
    from concerns.vault_generation g order by g.generation desc limit 1;
  if not found or not concerns.is_open(at, present.generation) then return 'closed'; end if;
  if present is distinct from (generation, vault, recovery) then return 'stale'; end if;
  -- asked of the one that came so many before it: counting those of ten minutes would cost more the greater the flood
  in_burst := coalesce((select c.received_at from concerns.concern c where c.received_at <= at
    order by c.received_at desc offset burst_over - 1 limit 1) > at - interval '10 minutes', false);
  insert into concerns.concern (id, ref, channel, danger_now, burst, body, generation, receipt_hash, receipt_recipient,
      receipt_until, send_hash, received_at, acknowledge_by)
    select id, ref, 'online', danger_now, in_burst, body, generation, receipt_hash, receipt_recipient,
      at + k.delete_after, send_hash, at, acknowledge_by
    from kith.record_kind k where k.kind = 'concerns'
    on conflict do nothing;
  if found then return 'new'; end if;
  if exists (select 1 from concerns.concern c where c.send_hash = receive.send_hash) then return 'again'; end if;
  if exists (select 1 from concerns.concern c where c.receipt_hash = receive.receipt_hash) then return 'changed'; end if;
  raise unique_violation using message = 'another concern has this identifier or reference';
end $$;

/* What a receipt shows: never a decision or its routes. Wrong, unknown and expired all find no row. */
create function concerns.receipt(hash bytea, at timestamptz)
  returns table (state text, received_at timestamptz, acknowledge_by timestamptz, receipt_until timestamptz,
    bodies bytea[], from_resident boolean[], sent_at timestamptz[])
  language sql stable security definer set search_path = ''
  begin atomic
    select case when c.status = 'closed' then 'closed'
                when 'to-resident' = any (m.directions) then 'replied'
                when c.status = 'decided' or c.acknowledged_at is not null then 'looking'
                else 'received' end,
           c.received_at, c.acknowledge_by, c.receipt_until, m.bodies, m.from_resident, m.sent_at
      from concerns.concern c
      cross join lateral (select coalesce(array_agg(x.direction), '{}') as directions,
          coalesce(array_agg(x.body order by x.sent_at, x.id), '{}') as bodies,
          coalesce(array_agg(x.direction = 'from-resident' order by x.sent_at, x.id), '{}') as from_resident,
          coalesce(array_agg(x.sent_at order by x.sent_at, x.id), '{}') as sent_at
        from concerns.message x where x.concern_id = c.id) m
     where c.receipt_hash = hash and c.receipt_until > at;
  end;

/* Adds a message to the concern of a receipt. False when there is none; the same message twice is one. */
create function concerns.add_message(id uuid, hash bytea, body bytea, send_hash bytea, at timestamptz)
  returns boolean language plpgsql security definer set search_path = '' as $$
#variable_conflict use_variable
declare
  concern uuid := (select c.id from concerns.concern c where c.receipt_hash = hash and c.receipt_until > at);
begin
  perform set_config('synchronous_commit', 'on', true);
  if concern is null then return false; end if;
  insert into concerns.message (id, concern_id, direction, body, send_hash, sent_at)
    values (id, concern, 'from-resident', body, send_hash, at)
    on conflict on constraint message_send_hash_key do nothing;
  return true;
end $$;

grant execute on function
  concerns.door(timestamptz),
  concerns.receive(uuid, text, boolean, bytea, integer, text, text, bytea, text, bytea, timestamptz, timestamptz, integer),
  concerns.receipt(bytea, timestamptz),
  concerns.add_message(uuid, bytea, bytea, bytea, timestamptz)
  to kith_public;
