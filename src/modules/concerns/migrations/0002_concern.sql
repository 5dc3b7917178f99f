-- A concern and what became of it. Every word that somebody wrote is an age file; only what clocks and queues need is in clear.

create table concerns.concern (
  id                uuid primary key,
  ref               text not null unique,
  version           integer not null default 1,
  status            text not null default 'received' check (status in ('received', 'decided', 'closed')),
  channel           text not null check (channel in ('online', 'telephone', 'letter', 'email', 'in-person')),
  danger_now        boolean not null default false,
  burst             boolean not null default false,
  body              bytea not null,
  generation        integer not null references concerns.vault_generation,
  receipt_hash      bytea unique check (length(receipt_hash) = 32),
  receipt_recipient text,
  receipt_until     timestamptz,
  -- keyed hash of the identifier of the form it came in: the same form sent twice is one concern
  send_hash         bytea unique check (length(send_hash) = 32),
  received_at       timestamptz not null,
  acknowledge_by    timestamptz not null,
  acknowledged_at   timestamptz,
  -- when a second officer's check of an urgent hand-over is owed, while it is
  check_by          timestamptz,
  -- the clock that runs out first; none when nothing is owed
  due_at            timestamptz generated always as (case when status <> 'closed'
                      then least(case when acknowledged_at is null then acknowledge_by end, check_by) end) stored,
  recorded_by       uuid,
  assigned_to       uuid,
  told              text not null default 'not-yet' check (told in ('not-yet', 'not-yet-awaiting-police', 'told', 'not-told-unsafe')));
-- The queue's order: running clocks first, the oldest at the top; then what waits for nothing.
-- somebody in danger now, and nobody has decided, comes before any clock
create index concern_queue on concerns.concern ((not (danger_now and status = 'received')), (due_at is null), (coalesce(due_at, received_at)), id)
  where status <> 'closed';
create index concern_assigned on concerns.concern (assigned_to) where status <> 'closed';
create index concern_received on concerns.concern (received_at desc, id);
comment on table concerns.concern is 'What somebody is worried about';
comment on column concerns.concern.body is 'What they wrote, when, how they know the person and how to reply: encrypted';
comment on column concerns.concern.receipt_hash is 'Keyed hash of the receipt; the receipt itself is not kept';
comment on column concerns.concern.receipt_recipient is 'Public half of a key made from the receipt, so that replies open only for who holds it';
comment on column concerns.concern.burst is 'It came among very many in a short time; nothing was refused';

-- An officer with a conflict of interest steps back, and then sees nothing of that concern. For good.
create table concerns.withdrawal (
  concern_id uuid not null references concerns.concern,
  person_id  uuid not null default kith.actor_id(),
  reason     bytea not null,
  at         timestamptz not null,
  primary key (concern_id, person_id));
comment on table concerns.withdrawal is 'Officers who stepped back from a concern';

create table concerns.message (
  id         uuid primary key,
  concern_id uuid not null references concerns.concern,
  direction  text not null check (direction in ('from-resident', 'to-resident')),
  body       bytea not null,
  sent_by    uuid,
  sent_at    timestamptz not null,
  send_hash  bytea unique check (length(send_hash) = 32),
  check ((direction = 'to-resident') = (sent_by is not null)));
create index message_of on concerns.message (concern_id, sent_at);
comment on table concerns.message is 'Messages between an officer and whoever holds the receipt';

create table concerns.note (
  id         uuid primary key,
  concern_id uuid not null references concerns.concern,
  body       bytea not null,
  written_by uuid not null default kith.actor_id(),
  written_at timestamptz not null);
create index note_of on concerns.note (concern_id, written_at);
comment on table concerns.note is 'Officers'' notes on a concern';

-- Decisions append: a change of mind is another decision, and the earlier one stays.
create table concerns.decision (
  id         uuid primary key,
  concern_id uuid not null references concerns.concern,
  routes     text[] not null check (routes <@ '{advice,signpost,children,adults,police,none}' and routes <> '{}'
    and (not 'none' = any (routes) or cardinality(routes) = 1)),
  reason     bytea not null,
  urgent     boolean not null default false,
  decided_by uuid not null default kith.actor_id(),
  decided_at timestamptz not null);
create index decision_of on concerns.decision (concern_id, decided_at);
comment on table concerns.decision is 'What should happen next, who decided it and why';

-- A hand-over to the police waits for a second officer. If it is urgent it goes at once, and the check is owed
-- within one working day. The database refuses the same officer twice.
create table concerns.handover (
  id            uuid primary key,
  concern_id    uuid not null references concerns.concern,
  decision_id   uuid not null unique references concerns.decision,
  decided_by    uuid not null,
  urgent        boolean not null default false,
  urgent_reason bytea,
  state         text not null default 'waiting' check (state in ('waiting', 'confirmed', 'refused', 'superseded',
                  'sent-unchecked', 'checked', 'disputed')),
  version       integer not null default 1,
  check_by      timestamptz,
  checked_by    uuid,
  checked_at    timestamptz,
  check_note    bytea,
  constraint second_officer check (checked_by is distinct from decided_by or checked_by is null),
  check (urgent = (urgent_reason is not null)),
  check (urgent = (check_by is not null)));
create index handover_open on concerns.handover (concern_id) where state in ('waiting', 'sent-unchecked');
comment on table concerns.handover is 'Hand-overs to the police, and the second officer''s check';

create table concerns.told (
  id         uuid primary key,
  concern_id uuid not null references concerns.concern,
  state      text not null check (state in ('not-yet', 'not-yet-awaiting-police', 'told', 'not-told-unsafe')),
  reason     bytea not null,
  by         uuid not null default kith.actor_id(),
  at         timestamptz not null);
create index told_of on concerns.told (concern_id, at);
comment on table concerns.told is 'Whether the person or a parent has been told, and why or why not';

do $$ declare name text; begin
  foreach name in array array['vault_generation', 'officer_key', 'vault_grant', 'vault_session',
    'concern', 'withdrawal', 'message', 'note', 'decision', 'handover', 'told'] loop
    execute format('alter table concerns.%I enable row level security', name);
    execute format('alter table concerns.%I force row level security', name);
  end loop;
end $$;
