-- The findings of a run as a college may read them: the one place that knows. Only what is veiled is put together anew.
create or replace function college_finding(of_run bigint, of_college text) returns setof finding language sql stable as $$
  select f.*
    from finding f
   where f.run_id = of_run and f.college = of_college and f.reader <> 'registrar' and f.student_key not like 'F:%'
     and f.veiled is null
  union all
  select v.*
    from finding f
   cross join lateral jsonb_populate_record(f, f.veiled) v
   where f.run_id = of_run and f.college = of_college and f.reader <> 'registrar' and f.student_key not like 'F:%'
     and f.veiled is not null
$$;

create index finding_of_college on finding (run_id, college);
