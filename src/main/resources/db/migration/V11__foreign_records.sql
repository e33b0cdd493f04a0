-- Who reads a finding beside the registrar, and what a college reads of it.
alter table finding
  -- college: the student's college as well; registrar: nobody else, for it shows or rests on a record that is probably
  -- another student's; told: the college reads nothing but that there is such a record.
  add column reader text not null default 'college' check (reader in ('college', 'registrar', 'told')),
  -- The columns that a college reads otherwise, or null.
  add column veiled jsonb;

-- The findings of a run as a college may read them: the one place that knows.
create function college_finding(of_run bigint, of_college text) returns setof finding language sql stable as $$
  select v.*
    from finding f
   cross join lateral jsonb_populate_record(f, f.veiled) v
   where f.run_id = of_run and f.college = of_college and f.reader <> 'registrar' and f.student_key not like 'F:%'
$$;
