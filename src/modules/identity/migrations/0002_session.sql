-- Sessions are opaque: the cookie holds a random token, the database its SHA-256 hash, and no address of anybody.

create table identity.session (
  hash         bytea primary key check (length(hash) = 32),
  id           uuid not null unique default gen_random_uuid(),
  person_id    uuid not null references identity.person,
  created_at   timestamptz not null,
  last_seen_at timestamptz not null,
  ended_at     timestamptz);
create index session_person on identity.session (person_id) where ended_at is null;
create index session_created_at on identity.session (created_at);
comment on table identity.session is 'Who is signed in';
comment on column identity.session.id is 'Names the session on the page that lists them';
comment on column identity.session.hash is 'Hash of the sign-in cookie; the cookie itself is not kept';
alter table identity.session enable row level security;
alter table identity.session force row level security;
create policy functions_use on identity.session to kith_owner using (true) with check (true);
grant select (id, person_id, created_at, last_seen_at, ended_at) on identity.session to kith_staff;
create policy own_read on identity.session for select to kith_staff using (person_id = (select kith.actor_id()));

/* Nobody is acting yet when a cookie is looked up, so this reads what policies hide. It answers for a live session
   of an active person, and moves its idle clock at most once a minute. */
create function identity.resume_session(token_hash bytea, seen_at timestamptz, idle interval, longest interval)
  returns table (person_id uuid, name text, roles text[])
  language plpgsql security definer set search_path = '' as $$
begin
  update identity.session s set last_seen_at = seen_at
    where s.hash = token_hash and s.ended_at is null and s.last_seen_at < seen_at - interval '1 minute'
      and s.last_seen_at > seen_at - idle and s.created_at > seen_at - longest;
  return query
    select p.id, p.name,
           array(select g.role from identity.role_grant g
                  where g.person_id = p.id and g.approved_at is not null and g.ended_at is null order by g.role)
      from identity.session s join identity.person p on p.id = s.person_id
     where s.hash = token_hash and s.ended_at is null and p.status = 'active'
       and s.last_seen_at > seen_at - idle and s.created_at > seen_at - longest;
end $$;
grant execute on function identity.resume_session(bytea, timestamptz, interval, interval) to kith_staff;

create function identity.begin_session(token_hash bytea, who uuid, began_at timestamptz)
  returns void language sql security definer set search_path = ''
  begin atomic
    -- nobody needs to know for longer than a month when somebody was signed in: the log says when they came
    delete from identity.session where created_at < began_at - interval '30 days';
    insert into identity.session (hash, person_id, created_at, last_seen_at) values (token_hash, who, began_at, began_at);
  end;
grant execute on function identity.begin_session(bytea, uuid, timestamptz) to kith_staff;

create function identity.end_session(token_hash bytea, at timestamptz)
  returns void language sql security definer set search_path = ''
  begin atomic
    update identity.session set ended_at = at where hash = token_hash and ended_at is null;
  end;
grant execute on function identity.end_session(bytea, timestamptz) to kith_staff;

/* Whose session a cookie was, even when it has idled out: a half-written form goes on only for the same person. */
create function identity.person_of_session(token_hash bytea)
  returns uuid language sql stable security definer set search_path = ''
  begin atomic
    select person_id from identity.session where hash = token_hash;
  end;
grant execute on function identity.person_of_session(bytea) to kith_staff;

/* Ends sessions of whoever acts now: one of them, or all but the one kept. */
create function identity.end_own_sessions(only_id uuid, kept bytea, at timestamptz)
  returns integer language sql security definer set search_path = ''
  begin atomic
    with gone as (update identity.session set ended_at = at
      where person_id = kith.actor_id() and ended_at is null
        and (only_id is null or id = only_id) and hash is distinct from kept returning 1)
    select count(*)::integer from gone;
  end;
grant execute on function identity.end_own_sessions(uuid, bytea, timestamptz) to kith_staff;

create function identity.session_id(token_hash bytea)
  returns uuid language sql stable security definer set search_path = ''
  begin atomic
    select id from identity.session where hash = token_hash;
  end;
grant execute on function identity.session_id(bytea) to kith_staff;
