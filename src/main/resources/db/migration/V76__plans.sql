-- The server puts a function's text into the statement that calls it, and so spares a call for each row, only where the text
-- promises as much as the function: what these call is "stable". An index needs "immutable", hence the other way to the bytes,
-- which gives the same ones.
create or replace function student_hash(student_key text) returns text language sql immutable parallel safe
return left(encode(sha256(replace(student_key, '\', '\\')::bytea), 'hex'), 24);
alter function finding_id(text, text, text, text, text) stable;
alter function case_id(text, text, text) stable;
alter function case_value_ref(text, text) stable;
alter function case_fact(text, text, text) stable;

-- The indexes of a run's students are made when all of them are there, which costs a fraction of keeping them up.
drop index staged_student_hash;
alter table staged_student drop constraint staged_student_pkey;
create function staged_student_indexes(part regclass) returns void language plpgsql as $$
begin
  if not exists (select 1 from pg_index where indrelid = part) then
    execute format('create unique index on %s (student)', part);
    execute format('create index on %s using hash (student_hash(student_key))', part);
  end if;
end $$;
select staged_student_indexes(inhrelid::regclass) from pg_inherits where inhparent = 'staged_student'::regclass;

-- Has the server look at a run's rows of a table that has just been filled, or at some columns of theirs.
create or replace function staged_analyze(run bigint, parted text, columns text[]) returns void language plpgsql security definer as $$
begin
  perform staged_guard();
  if parted <> all (staged_tables()) then
    raise invalid_parameter_value;
  end if;
  if parted = 'staged_student' then
    perform staged_student_indexes((parted || '_' || run)::regclass);
  end if;
  execute format('analyze %I %s', parted || '_' || run,
                 (select '(' || string_agg(quote_ident(c), ', ') || ')' from unnest(columns) as c));
end $$;
do $$
begin
  execute format('alter function staged_analyze(bigint, text, text[]) set search_path = %I, pg_temp', current_schema());
end $$;

create or replace function staged_scratch() returns void language plpgsql as $$
declare
  parted text;
  links text := pg_get_viewdef('staged_link'::regclass);
begin
  foreach parted in array staged_tables() loop
    execute format('create temporary table %1$I (like %1$I including all) on commit drop', parted);
  end loop;
  perform staged_student_indexes('pg_temp.staged_student'::regclass);
  execute 'create temporary view staged_link as ' || links;
end $$;

-- How many rows a join yields the server reads off the parted tables as such, which nobody ever looks at as a whole. Told what
-- holds of every run, it need not take each record for one of two hundred. Older servers cannot be told.
do $$
begin
  if current_setting('server_version_num')::int >= 180000 then
    perform pg_restore_attribute_stats('schemaname', current_schema()::text, 'relname', t.name, 'attname', t.attribute,
                                       'inherited', true, 'null_frac', 0::real, 'avg_width', 8, 'n_distinct', t.distinct_values::real)
       from (values ('staged_record', 'id', -1), ('staged_record', 'role', 5), ('staged_student', 'student', -1),
                    ('staged_student', 'student_key', -1), ('staged_student', 'roster_id', -1),
                    ('staged_student', 'platform_id', -1), ('staged_student', 'admission_id', -1),
                    ('staged_fold', 'id', -1), ('staged_mark', 'id', -0.7)) as t(name, attribute, distinct_values);
  end if;
end $$;
