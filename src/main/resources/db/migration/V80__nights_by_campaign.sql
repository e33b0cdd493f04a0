-- What every night adds to is parted by campaign: a night costs the same beside however many others, it has its own rows
-- analysed without waiting for anybody, and what is a campaign's goes at once. There are no foreign keys to runs: runs are never
-- deleted, and a new partition would wait for everybody who has one in hand.
create function campaign_tables() returns text[] language sql immutable
  return array['finding', 'run_case', 'case_event', 'reject'];

drop function college_finding(bigint, text);
do $$
declare parted text;
begin
  foreach parted in array campaign_tables() loop
    execute format('alter table %I rename to %I', parted, parted || '_before');
    execute format('create table %I (like %I including defaults including constraints including storage) partition by list (campaign_id)',
                   parted, parted || '_before');
  end loop;
end $$;

-- Makes room for a campaign. To attach a table takes a weaker lock than to create it as a partition: nobody waits who reads or writes.
create function campaign_open(campaign bigint) returns void language plpgsql as $$
declare parted text;
begin
  foreach parted in array campaign_tables() loop
    execute format('create table %I (like %I including all)', parted || '_' || campaign, parted);
    execute format('alter table %I attach partition %I for values in (%L)', parted, parted || '_' || campaign, campaign);
  end loop;
end $$;

do $$
declare
  parted text;
  known bigint;
begin
  for known in select campaign_id from campaign order by campaign_id loop
    perform campaign_open(known);
  end loop;
  foreach parted in array campaign_tables() loop
    execute format('insert into %I select * from %I', parted, parted || '_before');
    execute format('drop table %I', parted || '_before');
  end loop;
end $$;

-- In a partition every row is of one campaign, so that its number comes last, where only the partitions want it.
alter table finding add primary key (run_id, finding_id, campaign_id);
create index finding_case on finding (run_id, case_id);
create index finding_escalated on finding (run_id, case_id) where route = 'ROUTE-ESCALATE';
create index finding_group on finding (run_id, group_ref) where group_ref <> '';
create index finding_of_college on finding (run_id, college);
create index finding_student on finding (run_id, student_key);
alter table run_case add primary key (run_id, case_id, campaign_id);
create index run_case_number on run_case (case_no);
create index run_case_over_runs on run_case (case_id);
create index run_case_student on run_case (run_id, student_hash(student_key));
alter table case_event add primary key (run_id, event_no, campaign_id);
create index case_event_case on case_event (case_no);
create index case_event_reference on case_event (reference) where reference <> '';
create index case_event_student on case_event (student_key);
alter table reject add primary key (run_id, file_no, reject_no, campaign_id);

do $$
declare one regclass;
begin
  for one in select inhrelid::regclass from pg_inherits where inhparent::regclass::text = any (campaign_tables()) loop
    execute format('analyze %s', one);
  end loop;
end $$;

-- Whoever works with the tables without owning them has their owner part, analyse and empty them.
create function campaign_guard() returns void language plpgsql as $$
begin
  if not has_table_privilege(session_user, 'finding', 'insert, delete') then
    raise insufficient_privilege;
  end if;
end $$;

create function campaign_opens() returns trigger language plpgsql security definer as $$
begin
  perform campaign_open(new.campaign_id);
  return null;
end $$;
create trigger campaign_has_room after insert on campaign for each row execute function campaign_opens();

-- Has the server look at a campaign's rows of a table.
create function campaign_analyze(campaign bigint, parted text) returns void language plpgsql security definer as $$
begin
  perform campaign_guard();
  if parted <> all (campaign_tables()) then
    raise invalid_parameter_value;
  end if;
  execute format('analyze %I', parted || '_' || campaign);
end $$;

-- Lets a campaign's rows go at once; one by one where somebody has the tables in hand for long.
create function campaign_clear(campaign bigint) returns void language plpgsql security definer set lock_timeout = '5s' as $$
declare parted text;
begin
  perform campaign_guard();
  foreach parted in array campaign_tables() loop
    begin
      execute format('truncate %I', parted || '_' || campaign);
    exception when lock_not_available then
      execute format('delete from %I', parted || '_' || campaign);
    end;
  end loop;
end $$;

-- What runs with an owner's rights finds only the owner's tables.
do $$
declare function regprocedure;
begin
  foreach function in array array['campaign_opens()', 'campaign_analyze(bigint, text)', 'campaign_clear(bigint)']::regprocedure[] loop
    execute format('alter function %s set search_path = %I, pg_temp', function, current_schema());
  end loop;
end $$;

-- The findings of a run as one college reads them.
create function college_finding(of_campaign bigint, of_run bigint, of_college text) returns setof finding language sql stable as $$
  select f.*
    from finding f
   where f.campaign_id = of_campaign and f.run_id = of_run and f.college = of_college and f.reader <> 'registrar'
     and f.student_key not like 'F:%' and f.veiled is null
  union all
  select v.*
    from finding f
   cross join lateral jsonb_populate_record(f, f.veiled) v
   where f.campaign_id = of_campaign and f.run_id = of_run and f.college = of_college and f.reader <> 'registrar'
     and f.student_key not like 'F:%' and f.veiled is not null
$$;
