-- Figures quoted from documents, and what readers say of a page.

create table site.quoted_figure (
  name          text primary key check (name ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(name) <= 60),
  value         text not null check (value <> ''),
  unit          text not null,
  counts        text not null check (counts <> ''),
  document      text not null check (document <> ''),
  document_date date not null,
  version       integer not null default 1,
  set_by        uuid default kith.actor_id(),
  set_at        timestamptz not null default now());
comment on table site.quoted_figure is 'Figures that pages quote from documents';
comment on column site.quoted_figure.name is 'Name that pages use for it';
comment on column site.quoted_figure.value is 'The figure, as the document gives it';
comment on column site.quoted_figure.unit is 'What one of them is';
comment on column site.quoted_figure.counts is 'What it counts, in full';
comment on column site.quoted_figure.document is 'Document it comes from';
comment on column site.quoted_figure.document_date is 'Date of that document';
comment on column site.quoted_figure.set_by is 'Member of staff who last changed it';
comment on column site.quoted_figure.set_at is 'When it was last changed';
alter table site.quoted_figure enable row level security;
alter table site.quoted_figure force row level security;
grant select (name, value, unit, counts, document, document_date) on site.quoted_figure to kith_public, kith_partner;
create policy everyone_reads on site.quoted_figure for select to kith_public, kith_partner using (true);
grant select, delete on site.quoted_figure to kith_staff;
grant insert (name, value, unit, counts, document, document_date) on site.quoted_figure to kith_staff;
grant update (value, unit, counts, document, document_date, version, set_by, set_at) on site.quoted_figure to kith_staff;
create policy colleagues_read on site.quoted_figure for select to kith_staff using (kith.actor_id() is not null);
create policy editors_add on site.quoted_figure for insert to kith_staff with check ((select kith.has_role('content-editor')));
create policy editors_remove on site.quoted_figure for delete to kith_staff using ((select kith.has_role('content-editor')));
create policy editors_change on site.quoted_figure for update to kith_staff
  using ((select kith.has_role('content-editor'))) with check ((select kith.has_role('content-editor')) and set_by = kith.actor_id());

-- No sender, no address, no time of day. The identifier is random, so that it does not tell the time either.
create table site.rating (
  id         uuid primary key default gen_random_uuid(),
  version_id uuid not null references site.page_version,
  useful     boolean not null,
  comment    text not null default '' check (length(comment) <= 1200),
  day        date not null,
  once       uuid not null unique);
create index rating_version on site.rating (version_id, useful);
create index rating_day on site.rating (day desc, id);
comment on table site.rating is 'What readers said of a page: no name, no address';
comment on column site.rating.version_id is 'Version of the page they read';
comment on column site.rating.useful is 'Whether the page was useful';
comment on column site.rating.comment is 'What they added, if anything';
comment on column site.rating.day is 'Day, without the time';
comment on column site.rating.once is 'Random number of the form, so that sending it twice counts once';
alter table site.rating enable row level security;
alter table site.rating force row level security;
create policy functions_write on site.rating to kith_owner using (true) with check (true);
grant select on site.rating to kith_staff;
create policy colleagues_read on site.rating for select to kith_staff using (
  (select kith.has_role('content-editor')) or (select kith.has_role('engagement-officer')) or (select kith.has_role('manager')));

-- The public's one way in: it writes, and tells nothing. False when that version was never published.
create function site.rate(rated uuid, was_useful boolean, words text, on_day date, form uuid)
  returns boolean language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select 1 from site.page_version v where v.id = rated and v.status in ('published', 'archived')) then
    return false;
  end if;
  insert into site.rating (version_id, useful, comment, day, once)
    values (rated, was_useful, words, on_day, form) on conflict (once) do nothing;
  return true;
end $$;
grant execute on function site.rate(uuid, boolean, text, date, uuid) to kith_public;
