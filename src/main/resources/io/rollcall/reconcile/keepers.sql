-- Students who keep their place according to one of the two lists only. A list whose files have no column for it
-- marks nobody.
with marked as (
  select s.student, o.role,
         coalesce('保留入学资格' in (r.entry_state, r.registration_status, r.school_status), false) as keeps
    from staged_student s
    join usable o on o.role in ('roster', 'platform')
                 and exists (select 1 from run_file f where f.run_id = :run and f.role = o.role and f.rows_loaded > 0
                                                        and 'entry_state' = any (f.columns))
    left join staged_record r on r.run_id = :run
                             and r.id = case o.role when 'roster' then s.roster_id else s.platform_id end
   where s.run_id = :run and s.status = 'keeps'
)
select student, max(role) filter (where keeps) as keeper, max(role) filter (where not keeps) as silent
  from marked
 group by student
having count(*) = 2 and bool_or(keeps) and not bool_and(keeps)
 order by student
