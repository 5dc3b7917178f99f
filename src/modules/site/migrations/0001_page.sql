-- Pages and their versions. A version is written, checked and published; once published it never changes.

create schema site;
comment on schema site is 'The public pages';
grant usage on schema site to kith_public, kith_partner, kith_staff;

create table site.page (
  id            uuid primary key,
  -- '' is the front page
  slug          text not null unique check (slug ~ '^([a-z0-9]+(-[a-z0-9]+)*)?$' and length(slug) <= 80),
  language      text not null default 'en',
  parent_id     uuid references site.page,
  nav_position  integer check (nav_position between 1 and 99),
  review_months integer not null default 12 check (review_months between 1 and 60),
  reviewed_on   date,
  fixed         boolean not null default false,
  version       integer not null default 1,
  constraint not_its_own_parent check (parent_id <> id));
comment on table site.page is 'Pages of this site';
comment on column site.page.slug is 'Address of the page';
comment on column site.page.language is 'Language that the page is first written in';
comment on column site.page.parent_id is 'Page that this one stands under';
comment on column site.page.nav_position is 'Place in the menu; none when it is not in the menu';
comment on column site.page.review_months is 'Months until the page must be checked again';
comment on column site.page.reviewed_on is 'Day on which somebody last checked the page';
comment on column site.page.fixed is 'Whether every site must have this page';

create table site.page_version (
  id           uuid primary key,
  page_id      uuid not null references site.page,
  language     text not null,
  number       integer not null check (number > 0),
  title        text not null check (title <> ''),
  summary      text not null,
  body         text not null,
  reason       text not null,
  translates   integer,
  author_id    uuid default kith.actor_id(),
  created_at   timestamptz not null,
  status       text not null default 'draft' check (status in ('draft', 'review', 'published', 'archived')),
  publish_at   timestamptz,
  published_by uuid,
  preview_key  uuid not null unique default gen_random_uuid(),
  version      integer not null default 1,
  unique (page_id, language, number),
  constraint published_has_a_time check ((status in ('draft', 'review')) = (publish_at is null)));
-- One unfinished version at a time, so that nobody's work is passed by unseen.
create unique index page_version_open on site.page_version (page_id, language) where status in ('draft', 'review');
comment on table site.page_version is 'Every version of each page, and why it was changed';
comment on column site.page_version.page_id is 'Page';
comment on column site.page_version.language is 'Language of this version';
comment on column site.page_version.number is 'First, second, third version';
comment on column site.page_version.title is 'Title';
comment on column site.page_version.summary is 'What the page is about, in one or two sentences';
comment on column site.page_version.body is 'Text of the page';
comment on column site.page_version.reason is 'Why it was changed';
comment on column site.page_version.translates is 'Version of the original that this one translates';
comment on column site.page_version.author_id is 'Member of staff who wrote it';
comment on column site.page_version.created_at is 'When it was begun';
comment on column site.page_version.status is 'Draft, review, published or archived';
comment on column site.page_version.publish_at is 'When it was or will be published';
comment on column site.page_version.published_by is 'Member of staff who published it';
comment on column site.page_version.preview_key is 'Secret part of its preview link';

create table site.redirect (
  path       text primary key check (path ~ '^/[^\s?#]*[^\s?#/]$' and length(path) <= 200),
  page_id    uuid not null references site.page,
  created_by uuid default kith.actor_id(),
  created_at timestamptz not null default now());
comment on table site.redirect is 'Old addresses and the pages they now lead to';
comment on column site.redirect.path is 'Old address';
comment on column site.redirect.page_id is 'Page it leads to';
comment on column site.redirect.created_by is 'Member of staff who added it';
comment on column site.redirect.created_at is 'When it was added';

alter table site.page enable row level security;
alter table site.page force row level security;
alter table site.page_version enable row level security;
alter table site.page_version force row level security;
alter table site.redirect enable row level security;
alter table site.redirect force row level security;

-- Migrations write the pages that every site begins with; functions read a version by its preview key.
create policy owner_seeds on site.page to kith_owner using (true) with check (true);
create policy owner_seeds on site.page_version to kith_owner using (true) with check (true);

-- The public reads what is published now, and never who wrote it. A minute's grace is for clocks that differ a little:
-- Kith itself asks for what its own clock says is due.
grant select (id, page_id, language, number, title, summary, body, translates, status, publish_at)
  on site.page_version to kith_public, kith_partner;
create policy published_only on site.page_version for select to kith_public, kith_partner
  using (status = 'published' and publish_at <= now() + interval '1 minute');
grant select on site.page to kith_public, kith_partner;
create policy published_only on site.page for select to kith_public, kith_partner
  using (exists (select 1 from site.page_version v where v.page_id = page.id));
grant select (path, page_id) on site.redirect to kith_public, kith_partner;
create policy everyone_follows on site.redirect for select to kith_public, kith_partner using (true);

-- Colleagues read every version; content editors write.
grant select on site.page, site.page_version, site.redirect to kith_staff;
create policy colleagues_read on site.page for select to kith_staff using (kith.actor_id() is not null);
create policy colleagues_read on site.page_version for select to kith_staff using (kith.actor_id() is not null);
create policy colleagues_read on site.redirect for select to kith_staff using (kith.actor_id() is not null);

grant insert on site.page to kith_staff;
grant update (slug, parent_id, nav_position, review_months, reviewed_on, version) on site.page to kith_staff;
create policy editors_add on site.page for insert to kith_staff
  with check ((select kith.has_role('content-editor')) and not fixed);
create policy editors_change on site.page for update to kith_staff
  using ((select kith.has_role('content-editor'))) with check ((select kith.has_role('content-editor')));

grant insert (id, page_id, language, number, title, summary, body, reason, translates, created_at, status, publish_at, published_by)
  on site.page_version to kith_staff;
grant update (title, summary, body, reason, translates, status, publish_at, published_by, version) on site.page_version to kith_staff;
create policy editors_write on site.page_version for insert to kith_staff
  with check ((select kith.has_role('content-editor')) and author_id = kith.actor_id());
create policy editors_change on site.page_version for update to kith_staff
  using ((select kith.has_role('content-editor'))) with check ((select kith.has_role('content-editor')));

grant insert (path, page_id), delete on site.redirect to kith_staff;
create policy editors_add on site.redirect for insert to kith_staff with check ((select kith.has_role('content-editor')));
create policy editors_remove on site.redirect for delete to kith_staff using ((select kith.has_role('content-editor')));

-- What has been published stays as it was read; the database keeps to it, whoever asks.
create function site.keep_published() returns trigger language plpgsql set search_path = '' as $$
begin
  if (old.title, old.summary, old.body, old.reason, old.translates)
     is distinct from (new.title, new.summary, new.body, new.reason, new.translates) then
    raise exception 'a published version does not change';
  end if;
  if new.status in ('draft', 'review') and (old.status = 'archived' or old.publish_at <= now()) then
    raise exception 'what has been public is not a draft again: begin a new version';
  end if;
  return new;
end $$;
create trigger keep_published before update on site.page_version
  for each row when (old.status in ('published', 'archived')) execute function site.keep_published();

-- A draft for somebody with the link: one version, by a key that no page but the link holds.
create function site.previewed(key uuid)
  returns table (id uuid, page_id uuid, slug text, original text, language text, number integer, title text, summary text, body text, status text)
  language sql stable security definer set search_path = ''
  begin atomic
    select v.id, v.page_id, p.slug, p.language, v.language, v.number, v.title, v.summary, v.body, v.status
      from site.page_version v join site.page p on p.id = v.page_id where v.preview_key = key;
  end;
grant execute on function site.previewed(uuid) to kith_public;

-- When the public pages next change by themselves: kept pages end there. A time, and nothing of what it will bring.
create function site.next_change(after timestamptz) returns timestamptz
  language sql stable security definer set search_path = ''
  return (select min(publish_at) from site.page_version where status = 'published' and publish_at > after);
grant execute on function site.next_change(timestamptz) to kith_public;
