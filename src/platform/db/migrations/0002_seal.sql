-- Both logs are sealed in batches: each seal hashes its rows and the seal before it, so that no later change,
-- addition or removal goes unseen. A row's digest outlives its words, so that an erased row still verifies.

do $$ declare log text; begin
  foreach log in array array['audit', 'vault_audit'] loop
    execute format($sql$
      create table %1$I.seal (
        id        bigint primary key check (id > 0),
        sealed_at timestamptz not null,
        entries   bigint[] not null check (entries <> '{}'),
        previous  bytea not null check (length(previous) = 32),
        hash      bytea not null check (length(hash) = 32));
      comment on table %1$I.seal is 'Seals over this log: each covers its rows and the seal before it';
      comment on column %1$I.seal.entries is 'Which rows it covers';
      comment on column %1$I.seal.hash is 'What anybody can compare with the seal that was shown in public';
      alter table %1$I.entry add column seal bigint references %1$I.seal;
      alter table %1$I.entry add column digest bytea;
      alter table %1$I.entry add column erased_at timestamptz;
      comment on column %1$I.entry.seal is 'The seal that covers this row';
      comment on column %1$I.entry.digest is 'Hash of the row as it was when it was sealed';
      comment on column %1$I.entry.erased_at is 'When the details of this row were erased';
      create index entry_unsealed on %1$I.entry (id) where seal is null;
      create index entry_day on %1$I.entry (id) where action = 'day.began';
      alter table %1$I.seal enable row level security;
      alter table %1$I.seal force row level security;
      create policy functions_seal on %1$I.seal to kith_owner using (true) with check (true);
      create policy functions_read on %1$I.entry for select to kith_owner using (true);
      create policy functions_seal on %1$I.entry for update to kith_owner using (true) with check (true);

      /* The text of a row that its digest covers. */
      create function %1$I.canonical(e %1$I.entry) returns text language sql stable set search_path = ''
        return jsonb_build_array(e.id, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
          e.actor_id, e.actor, e.action, e.subject, e.detail)::text;

      /* Seals up to so many rows. Returns how many it sealed; one caller at a time. The first of each day, in the
         council's time, adds a row of its own, so that there is a seal of every day, whatever anybody did. */
      create function %1$I.seal_entries(most integer) returns integer
        language plpgsql security definer set search_path = '' as $fn$
      declare last %1$I.seal; ids bigint[]; digests bytea; now_text text;
      begin
        perform pg_advisory_xact_lock(hashtext('%1$s.seal'));
        if not coalesce((select e.at >= date_trunc('day', clock_timestamp(), 'Europe/London')
            from %1$I.entry e where e.action = 'day.began' order by e.id desc limit 1), false) then
          insert into %1$I.entry (actor, action) values ('sealing', 'day.began');
        end if;
        with unsealed as (
          select e.id, sha256(convert_to(%1$I.canonical(e), 'UTF8')) as digest
            from %1$I.entry e where e.seal is null order by e.id limit most)
        select array_agg(u.id order by u.id), string_agg(u.digest, ''::bytea order by u.id) into ids, digests from unsealed u;
        if ids is null then return 0; end if;
        select * into last from %1$I.seal s order by s.id desc limit 1;
        last.id := coalesce(last.id, 0) + 1;
        last.previous := coalesce(last.hash, decode(repeat('00', 32), 'hex'));
        last.sealed_at := date_trunc('milliseconds', clock_timestamp());
        now_text := to_char(last.sealed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');
        insert into %1$I.seal (id, sealed_at, entries, previous, hash)
          values (last.id, last.sealed_at, ids, last.previous,
            sha256(last.previous || convert_to(last.id || '|' || now_text || '|', 'UTF8') || digests));
        update %1$I.entry e set seal = last.id, digest = sha256(convert_to(%1$I.canonical(e), 'UTF8')) where e.id = any (ids);
        return cardinality(ids);
      end $fn$;

      /* The day's seal: shown in public, so that even the database's owner cannot rewrite the past unseen. It is the
         one that covers the first row of the newest day and everything before. The newest of all would tell a stranger
         who looks each minute when officers are at work, and so that there is a concern. */
      create function %1$I.day_seal() returns table (sealed_at timestamptz, hash bytea)
        language sql stable security definer set search_path = ''
        begin atomic
          select s.sealed_at, s.hash from %1$I.entry e join %1$I.seal s on s.id = e.seal
           where e.action = 'day.began' order by e.id desc limit 1;
        end;

      /* Takes the words out of a sealed row. Its digest stays, and the erasure is itself an entry. */
      create function %1$I.erase_entry(which bigint) returns void
        language plpgsql security definer set search_path = '' as $fn$
      begin
        if not kith.has_role('data-protection-officer') then raise insufficient_privilege; end if;
        update %1$I.entry set subject = null, detail = '{}', erased_at = clock_timestamp()
          where id = which and seal is not null and erased_at is null;
        if not found then raise no_data_found using message = 'no sealed entry with that number'; end if;
        insert into %1$I.entry (actor, action, subject) values ('person', 'entry.erased', which::text);
      end $fn$;
    $sql$, log);
  end loop;
end $$;

grant execute on function audit.canonical(audit.entry) to kith_owner;
grant execute on function audit.seal_entries(integer) to kith_jobs;
grant execute on function vault_audit.seal_entries(integer) to kith_vault_jobs;
-- what is shown in public, of either half: a day and a hash
grant usage on schema vault_audit to kith_public;
grant execute on function audit.day_seal(), vault_audit.day_seal() to kith_public;
grant execute on function audit.erase_entry(bigint) to kith_staff;
grant execute on function vault_audit.erase_entry(bigint) to kith_vault;
