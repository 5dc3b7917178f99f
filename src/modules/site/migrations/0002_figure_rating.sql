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

-- No sender, no address, no time of day. The identifier is random: it does not tell the time, and nobody guesses it.
create table site.rating (
  id         uuid primary key default gen_random_uuid(),
  version_id uuid not null references site.page_version,
  useful     boolean not null,
  comment    text not null default '' check (length(comment) <= 1200),
  day        date not null);
create index rating_version on site.rating (version_id, useful);
create index rating_day on site.rating (day desc, id);
comment on table site.rating is 'What readers said of a page: no name, no address';
comment on column site.rating.version_id is 'Version of the page they read';
comment on column site.rating.useful is 'Whether the page was useful';
comment on column site.rating.comment is 'What they added afterwards, if anything';
comment on column site.rating.day is 'Day, without the time';
alter table site.rating enable row level security;
alter table site.rating force row level security;
create policy functions_write on site.rating to kith_owner using (true) with check (true);
grant select on site.rating to kith_staff;
create policy colleagues_read on site.rating for select to kith_staff using (
  (select kith.has_role('content-editor')) or (select kith.has_role('engagement-officer')) or (select kith.has_role('manager')));

-- The public's two ways in: they write, and read nothing. The first answers the new rating's identifier, which only
-- the server that asked for it learns; null when that version was never published.
create function site.rate(rated uuid, was_useful boolean, on_day date)
  returns uuid language plpgsql security definer set search_path = '' as $$
declare
  rating uuid := gen_random_uuid();
begin
  if not exists (select 1 from site.page_version v where v.id = rated and v.status in ('published', 'archived')) then
    return null;
  end if;
  insert into site.rating (id, version_id, useful, day) values (rating, rated, was_useful, on_day);
  return rating;
end $$;
grant execute on function site.rate(uuid, boolean, date) to kith_public;

-- A comment is added once, and never changed: the same words sent twice are one comment, and other words are refused.
create function site.comment_on_rating(rating uuid, words text)
  returns boolean language plpgsql security definer set search_path = '' as $$
begin
  update site.rating r set comment = words where r.id = rating and r.comment in ('', words) and words <> '';
  return found;
end $$;
grant execute on function site.comment_on_rating(uuid, text) to kith_public;
