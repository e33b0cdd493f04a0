-- A finding's run knows its campaign: that it exists is looked up once a row and not twice. No night looks findings up over runs.
alter table finding drop constraint finding_campaign_id_fkey;
alter table run_case drop constraint run_case_campaign_id_fkey;
drop index finding_over_runs;

-- Staged rows come and go run by run: they are analysed before they are judged and cleaned when they were let go, and a server
-- that works on its own account beside a run only costs time.
do $$
declare one record;
begin
  for one in select c.relname from pg_class c
              where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and c.relname like 'staged!_%' escape '!' loop
    execute format('alter table %I set (autovacuum_enabled = off, toast.autovacuum_enabled = off)', one.relname);
  end loop;
end $$;

-- How long the statements of a run's judging took, by name: what the manifest tells.
create table run_statement (
  campaign_id  bigint not null references campaign,
  run_id       bigint not null references run on delete cascade,
  place        integer not null,
  name         text not null,
  calls        bigint not null,
  seconds      double precision not null,
  primary key (run_id, place)
);
