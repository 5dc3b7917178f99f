-- How somebody proves who they are. No request role can read these tables: what sign-in needs, functions answer.

create table identity.credential (
  person_id     uuid primary key references identity.person,
  password_hash text not null,
  totp_secret   text not null,
  last_counter  bigint not null default 0,
  version       integer not null default 1,
  set_at        timestamptz not null);
comment on table identity.credential is 'How a colleague signs in';
comment on column identity.credential.password_hash is 'Argon2id hash of the password; the password itself is not kept';
comment on column identity.credential.totp_secret is 'Secret of their authenticator app, encrypted under a key that is not in the database';
comment on column identity.credential.last_counter is 'Last code used, so that a code works once';

create table identity.recovery_code (
  hash      bytea primary key check (length(hash) = 32),
  person_id uuid not null references identity.person,
  used_at   timestamptz);
create index recovery_code_person on identity.recovery_code (person_id);
comment on table identity.recovery_code is 'Codes for signing in without the app, as keyed hashes';
comment on column identity.recovery_code.used_at is 'Each code works once';

create table identity.known_device (
  hash         bytea not null check (length(hash) = 32),
  person_id    uuid not null references identity.person,
  last_used_at timestamptz not null,
  primary key (hash, person_id));
create index known_device_person on identity.known_device (person_id);
comment on table identity.known_device is 'Browsers in which a colleague has signed in before: a hash of a random cookie, and nothing about the browser';

create table identity.guess (
  lane    bytea primary key check (length(lane) = 32),
  tries   integer not null,
  last_at timestamptz not null,
  open_at timestamptz not null);
create index guess_last_at on identity.guess (last_at);
comment on table identity.guess is 'Wrong passwords and codes counted, to slow down guessing. No sender''s address';
comment on column identity.guess.lane is 'Keyed hash of an account and of a browser known to it, if it is one';

do $$ declare name text; begin
  foreach name in array array['credential', 'recovery_code', 'known_device', 'guess'] loop
    execute format('alter table identity.%I enable row level security', name);
    execute format('alter table identity.%I force row level security', name);
    execute format('create policy functions_use on identity.%I to kith_owner using (true) with check (true)', name);
  end loop;
end $$;

/* What is needed to check a password. Whoever controls the staff door can ask for the hash of an address that they
   know, one at a time: a web process that is taken over could try passwords against it elsewhere. That is the price
   of checking Argon2 outside the database; a dump through that door is not possible. `device` is the hash of the
   device cookie, or null. */
create function identity.find_credential(wanted text, device bytea, at timestamptz)
  returns table (person_id uuid, password_hash text, version integer, known_device boolean)
  language sql stable security definer set search_path = ''
  begin atomic
    select p.id, c.password_hash, c.version,
           exists (select 1 from identity.known_device d
                    where d.hash = device and d.person_id = p.id and d.last_used_at > at - interval '180 days')
      from identity.person p join identity.credential c on c.person_id = p.id
     where p.email = wanted and p.status = 'active';
  end;
grant execute on function identity.find_credential(text, bytea, timestamptz) to kith_staff;

/* What is needed to check a code, for somebody whose password was right a moment ago. The secret is sealed. */
create function identity.second_factor(who uuid)
  returns table (email text, name text, password_hash text, totp_secret text, last_counter bigint, version integer, codes_left integer)
  language sql stable security definer set search_path = ''
  begin atomic
    select p.email, p.name, c.password_hash, c.totp_secret, c.last_counter, c.version,
           (select count(*)::integer from identity.recovery_code r where r.person_id = who and r.used_at is null)
      from identity.person p join identity.credential c on c.person_id = p.id
     where p.id = who and p.status = 'active';
  end;
grant execute on function identity.second_factor(uuid) to kith_staff;

/* Counts a guess before it is looked at, so that twenty at once are twenty. Null: go on. Otherwise: when the lane
   opens again. `waits` are seconds: after the nth try the lane is shut for waits[n], after more for the last of them;
   a lane that rests for `forget` starts afresh. A refused try is not counted, or knocking would keep a lane shut. */
create function identity.take_guess(which bytea, at timestamptz, waits integer[], forget interval)
  returns timestamptz language plpgsql security definer set search_path = '' as $$
declare taken integer; opens timestamptz;
begin
  insert into identity.guess as g (lane, tries, last_at, open_at)
    values (which, 1, at, at + make_interval(secs => waits[1]))
    on conflict (lane) do update set
      tries = case when g.last_at <= at - forget then 1 else g.tries + 1 end,
      last_at = at,
      open_at = at + make_interval(secs => case when g.last_at <= at - forget then waits[1]
                                                else waits[least(g.tries + 1, cardinality(waits))] end)
    where g.open_at <= at or g.last_at <= at - forget
    returning g.tries into taken;
  if taken is null then
    select g.open_at into opens from identity.guess g where g.lane = which;
  elsif taken = 1 then
    delete from identity.guess g where g.lane in
      (select lane from identity.guess where last_at <= at - forget order by last_at limit 20 for update skip locked);
  end if;
  return opens;
end $$;
grant execute on function identity.take_guess(bytea, timestamptz, integer[], interval) to kith_staff;

/* Gives back a try that was right. */
create function identity.return_guess(which bytea, at timestamptz)
  returns void language sql security definer set search_path = ''
  begin atomic
    update identity.guess set tries = greatest(tries - 1, 0), open_at = at where lane = which;
  end;
grant execute on function identity.return_guess(bytea, timestamptz) to kith_staff;

/* A write of no meaning: an unknown address takes as long as a known one, whose failure goes into the log. */
create function identity.touch_guess(which bytea, at timestamptz)
  returns void language sql security definer set search_path = ''
  begin atomic
    update identity.guess set last_at = at where lane = which;
  end;
grant execute on function identity.touch_guess(bytea, timestamptz) to kith_staff;

/* Forgets wrong tries after a whole sign-in in the same lanes. */
create function identity.forget_guesses(which bytea[])
  returns void language sql security definer set search_path = ''
  begin atomic
    delete from identity.guess where lane = any (which);
  end;
grant execute on function identity.forget_guesses(bytea[]) to kith_staff;

/* Uses a code of the app. False when it, or a later one, was used before: of twenty at once, one wins. */
create function identity.use_counter(who uuid, counter bigint)
  returns boolean language sql security definer set search_path = ''
  begin atomic
    with used as (update identity.credential set last_counter = counter
      where person_id = who and last_counter < counter returning 1)
    select exists (select 1 from used);
  end;
grant execute on function identity.use_counter(uuid, bigint) to kith_staff;

create function identity.recovery_code_works(who uuid, code bytea)
  returns boolean language sql stable security definer set search_path = ''
  begin atomic
    select exists (select 1 from identity.recovery_code where hash = code and person_id = who and used_at is null);
  end;
grant execute on function identity.recovery_code_works(uuid, bytea) to kith_staff;

create function identity.use_recovery_code(who uuid, code bytea, at timestamptz)
  returns boolean language sql security definer set search_path = ''
  begin atomic
    with used as (update identity.recovery_code set used_at = at
      where hash = code and person_id = who and used_at is null returning 1)
    select exists (select 1 from used);
  end;
grant execute on function identity.use_recovery_code(uuid, bytea, timestamptz) to kith_staff;

/* Remembers a browser after a whole sign-in, under a new token each time, so that a token planted or copied before
   is worth nothing. Others who signed in there stay known. Ten browsers a person. */
create function identity.remember_device(old bytea, new bytea, who uuid, at timestamptz)
  returns void language sql security definer set search_path = ''
  begin atomic
    update identity.known_device set hash = new where hash = old;
    insert into identity.known_device (hash, person_id, last_used_at) values (new, who, at)
      on conflict (hash, person_id) do update set last_used_at = at;
    delete from identity.known_device d where d.last_used_at <= at - interval '180 days';
    delete from identity.known_device d where d.person_id = who and d.hash not in
      (select hash from identity.known_device where person_id = who order by last_used_at desc, hash limit 10);
  end;
grant execute on function identity.remember_device(bytea, bytea, uuid, timestamptz) to kith_staff;

/* For whoever acts now, whose password has just been checked: a new password signs the other browsers out. */
create function identity.change_own_password(new_hash text, kept bytea, at timestamptz)
  returns void language sql security definer set search_path = ''
  begin atomic
    update identity.credential set password_hash = new_hash, version = version + 1, set_at = at
      where person_id = kith.actor_id();
    update identity.session set ended_at = at
      where person_id = kith.actor_id() and ended_at is null and hash is distinct from kept;
  end;
grant execute on function identity.change_own_password(text, bytea, timestamptz) to kith_staff;

create function identity.replace_own_recovery_codes(hashes bytea[])
  returns void language sql security definer set search_path = ''
  begin atomic
    delete from identity.recovery_code where person_id = kith.actor_id();
    insert into identity.recovery_code (hash, person_id) select h, kith.actor_id() from unnest(hashes) h;
  end;
grant execute on function identity.replace_own_recovery_codes(bytea[]) to kith_staff;
