-- Every finding shows its case's state, and since when it is known itself.
update finding f
   set state = c.state, first_seen = coalesce((c.seen ->> f.finding_id)::date, f.first_seen)
  from run_case c
 where f.run_id = :run and c.run_id = :run and c.case_id = f.case_id and f.code not like 'REVIEW!_%' escape '!'
   and (f.state <> c.state or f.first_seen is distinct from (c.seen ->> f.finding_id)::date)
