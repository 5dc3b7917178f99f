-- The data protection officer reads the open half's log; who looks after accounts reads what happened to accounts.

grant select on audit.entry to kith_staff;
create policy data_protection_officer_reads on audit.entry for select to kith_staff
  using ((select kith.has_role('data-protection-officer')));
create policy who_may_agree_reads_accounts on audit.entry for select to kith_staff
  using (action like 'person.%' and (select identity.may_agree()));

-- Pages of the log go from the latest back, narrowed by one of these.
create index if not exists entry_subject on audit.entry (subject, id);
create index if not exists entry_actor on audit.entry (actor_id, id);
create index if not exists entry_action on audit.entry (action, id);
create index if not exists entry_at on audit.entry (at);
