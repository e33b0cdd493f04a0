-- Each run's staged rows are partitions of their own: they are analysed for themselves, no night reads past another one's, and
-- they go all at once. What was staged before is read from its files again by whoever still needs it.
create function staged_tables() returns text[] language sql immutable
  return array['staged_record', 'staged_mark', 'staged_file_mark', 'staged_student', 'staged_fold'];

drop view staged_link;
do $$
declare parted text;
begin
  foreach parted in array staged_tables() loop
    execute format('alter table %I rename to %I', parted, parted || '_before');
    execute format('create table %I (like %I including defaults including generated including storage) partition by list (run_id)',
                   parted, parted || '_before');
    execute format('drop table %I', parted || '_before');
  end loop;
end $$;
create unique index staged_record_id on staged_record (run_id, id);
create index staged_mark_id on staged_mark (run_id, id);
create index staged_file_mark_place on staged_file_mark (run_id, file_no);
alter table staged_student add primary key (run_id, student);
create index staged_student_hash on staged_student using hash (student_hash(student_key));
create index staged_fold_student on staged_fold (run_id, student);

-- Which student each record is about, whether it is the one of its source that speaks for him, and how it was linked.
create view staged_link as
  select s.campaign_id, s.run_id, v.role, v.id, s.student, true as kept, v.link
    from staged_student s
   cross join lateral (values ('roster', s.roster_id, s.roster_link), ('platform', s.platform_id, s.platform_link),
                              ('admission', s.admission_id, s.admission_link)) as v(role, id, link)
   where v.id is not null
  union all
  select campaign_id, run_id, role, id, student, false, link from staged_fold;

-- Whoever works with the tables without owning them has their owner part, analyse and empty them.
create function staged_guard() returns void language plpgsql as $$
begin
  if not has_table_privilege(session_user, 'staged_record', 'insert, delete') then
    raise insufficient_privilege;
  end if;
end $$;

-- Makes room for a run, unless it is there. Unlogged: crash recovery empties it, and a resumed run loads again. A server that
-- analyses and cleans on its own account beside a run only costs time.
create function staged_open(run bigint) returns void language plpgsql security definer as $$
declare parted text;
begin
  perform staged_guard();
  foreach parted in array staged_tables() loop
    if to_regclass(parted || '_' || run) is null then
      execute format('create unlogged table %I (like %I including all)', parted || '_' || run, parted);
      execute format('alter table %I set (autovacuum_enabled = off, toast.autovacuum_enabled = off)', parted || '_' || run);
      execute format('alter table %I attach partition %I for values in (%L)', parted, parted || '_' || run, run);
    end if;
  end loop;
end $$;

-- Lets a run's rows go at once. Their empty partitions go as well, or with a later run's where somebody has just the tables in hand.
create function staged_close(run bigint) returns void language plpgsql security definer set lock_timeout = '5s' as $$
declare parted text;
begin
  perform staged_guard();
  foreach parted in array staged_tables() loop
    if to_regclass(parted || '_' || run) is not null then
      execute format('truncate %I', parted || '_' || run);
    end if;
  end loop;
  begin
    set local lock_timeout = '200ms';
    foreach parted in array staged_tables() loop
      execute format('drop table if exists %I', parted || '_' || run);
    end loop;
  exception when lock_not_available then
    null;
  end;
end $$;

-- Has the server look at a run's rows of a table, or at some columns of theirs.
create function staged_analyze(run bigint, parted text, columns text[]) returns void language plpgsql security definer as $$
begin
  perform staged_guard();
  if parted <> all (staged_tables()) then
    raise invalid_parameter_value;
  end if;
  execute format('analyze %I %s', parted || '_' || run,
                 (select '(' || string_agg(quote_ident(c), ', ') || ')' from unnest(columns) as c));
end $$;

-- The runs that have partitions.
create view staged_run as
  select distinct substr(c.relname, length('staged_record_') + 1)::bigint as run_id
    from pg_inherits i join pg_class c on c.oid = i.inhrelid
   where i.inhparent = 'staged_record'::regclass;

-- Tables of the same names for one transaction, which alone sees them, in place of those that stay.
create function staged_scratch() returns void language plpgsql as $$
declare
  parted text;
  links text := pg_get_viewdef('staged_link'::regclass);
begin
  foreach parted in array staged_tables() loop
    execute format('create temporary table %1$I (like %1$I including all) on commit drop', parted);
  end loop;
  execute 'create temporary view staged_link as ' || links;
end $$;

-- What runs with an owner's rights finds only the owner's tables.
do $$
declare function regprocedure;
begin
  foreach function in array array['staged_open(bigint)', 'staged_close(bigint)', 'staged_analyze(bigint, text, text[])']::regprocedure[] loop
    execute format('alter function %s set search_path = %I, pg_temp', function, current_schema());
  end loop;
end $$;
