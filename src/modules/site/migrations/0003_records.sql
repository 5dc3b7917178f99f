-- Kinds of record, which the data protection officer completes; the council's own words; what cached pages ask.

comment on column kith.authority.only_one is 'There is one row';
comment on column kith.authority.updated_at is 'When it was last changed';
comment on column kith.record_kind.kind is 'Short name';
comment on column kith.record_kind.title is 'Name of the kind of record';
comment on column kith.record_kind.tables is 'Tables that hold it';
comment on column kith.record_kind.legal_basis is 'Legal basis for holding it';
comment on column kith.record_kind.condition is 'Further condition for sensitive data';
comment on column kith.record_kind.controller is 'Who answers for it';
comment on column kith.record_kind.recipients is 'Who it may be shared with';
comment on column kith.record_kind.review_after is 'When it must be looked at again';
comment on column kith.record_kind.delete_after is 'When it must be deleted';
comment on column kith.record_kind.set_by is 'Member of staff who last set this';
comment on column kith.record_kind.set_at is 'When this was last set';

create policy owner_seeds on kith.record_kind to kith_owner using (true) with check (true);
insert into kith.record_kind (kind, title, tables) values
  ('concerns', 'Concerns about a person, and what was decided', '{concerns.*}'),
  ('concerns-log', 'Log of who read or changed a concern', '{vault_audit.*}'),
  ('accounts', 'Accounts of people who work with Kith', '{identity.*}'),
  ('log', 'Log of who did what in the rest of Kith', '{audit.*}'),
  ('ratings', 'What readers say about pages', '{site.rating}'),
  ('pages', 'Pages of this site and their versions',
    '{site.page,site.page_version,site.redirect,site.quoted_figure,site.revision}'),
  ('settings', 'Settings of the council, and of each kind of record',
    '{kith.authority,kith.record_kind,kith.record_kind_version}');

create table kith.record_kind_version (
  kind         text not null references kith.record_kind,
  version      integer not null,
  legal_basis  text,
  condition    text,
  controller   text,
  recipients   text,
  review_after interval,
  delete_after interval,
  set_by       uuid,
  set_at       timestamptz,
  primary key (kind, version));
comment on table kith.record_kind_version is 'What the data protection officer has set before';
comment on column kith.record_kind_version.kind is 'Kind of record';
comment on column kith.record_kind_version.legal_basis is 'Legal basis that was set';
comment on column kith.record_kind_version.condition is 'Further condition that was set';
comment on column kith.record_kind_version.controller is 'Who answered for it';
comment on column kith.record_kind_version.recipients is 'Who it could be shared with';
comment on column kith.record_kind_version.review_after is 'When it had to be looked at again';
comment on column kith.record_kind_version.delete_after is 'When it had to be deleted';
comment on column kith.record_kind_version.set_by is 'Member of staff who set this';
comment on column kith.record_kind_version.set_at is 'When this was set';
alter table kith.record_kind_version enable row level security;
alter table kith.record_kind_version force row level security;
create policy functions_write on kith.record_kind_version to kith_owner using (true) with check (true);
grant select on kith.record_kind_version to kith_staff;
create policy officers_read on kith.record_kind_version for select to kith_staff
  using ((select kith.has_role('data-protection-officer')));

grant update (legal_basis, condition, controller, recipients, review_after, delete_after, version, set_by, set_at)
  on kith.record_kind to kith_staff;
create policy officer_sets on kith.record_kind for update to kith_staff
  using ((select kith.has_role('data-protection-officer')))
  with check ((select kith.has_role('data-protection-officer')) and set_by = kith.actor_id());

-- Every setting is kept by the database itself, so that none can be made without leaving the one before.
create function kith.keep_record_kind() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into kith.record_kind_version
    select new.kind, new.version, new.legal_basis, new.condition, new.controller, new.recipients,
           new.review_after, new.delete_after, new.set_by, new.set_at;
  return null;
end $$;
create trigger keep_record_kind after update on kith.record_kind
  for each row execute function kith.keep_record_kind();

grant insert (settings, version, updated_at), update (settings, version, updated_at) on kith.authority to kith_staff;
create policy staff_set on kith.authority for insert to kith_staff
  with check ((select kith.has_role('content-editor')) or (select kith.has_role('manager')));
create policy staff_change on kith.authority for update to kith_staff
  using ((select kith.has_role('content-editor')) or (select kith.has_role('manager')))
  with check ((select kith.has_role('content-editor')) or (select kith.has_role('manager')));

-- A number that moves, in the same transaction, with anything that public pages show: kept pages ask only for it.
create table site.revision (
  only_one boolean primary key default true check (only_one),
  number   bigint not null default 1);
comment on table site.revision is 'How often the public pages have changed';
comment on column site.revision.only_one is 'There is one row';
comment on column site.revision.number is 'Goes up with each change';
alter table site.revision enable row level security;
alter table site.revision force row level security;
create policy functions_move on site.revision to kith_owner using (true) with check (true);
create policy everyone_reads on site.revision for select to kith_public, kith_partner, kith_staff using (true);
grant select on site.revision to kith_public, kith_partner, kith_staff;
insert into site.revision default values;

create function site.moved() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update site.revision set number = number + 1;
  return null;
end $$;
do $$ declare watched regclass; begin
  foreach watched in array array['site.page', 'site.page_version', 'site.redirect', 'site.quoted_figure',
                                 'kith.authority', 'kith.record_kind']::regclass[] loop
    execute format('create trigger moved after insert or update or delete on %s for each statement execute function site.moved()', watched);
  end loop;
end $$;

do $$ declare log text; begin
  foreach log in array array['audit', 'vault_audit'] loop
    execute format('comment on column %I.seal.sealed_at is %L', log, 'When it was sealed');
    execute format('comment on column %I.seal.previous is %L', log, 'Hash of the seal before');
  end loop;
end $$;
