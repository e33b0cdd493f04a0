-- Students who keep their place according to one of the two lists only. A list whose files have no column for it
-- marks nobody.
with marked as (
  select s.student, o.role, coalesce(bool_or(r.entry_state = '保留入学资格'
                                             or r.registration_status = '保留入学资格'
                                             or r.school_status = '保留入学资格'), false) as keeps
    from staged_student s
    join usable o on o.role in ('roster', 'platform')
                 and exists (select 1 from run_file f where f.run_id = :run and f.role = o.role and f.rows_loaded > 0
                                                        and 'entry_state' = any (f.columns))
    left join staged_link l on l.run_id = s.run_id and l.student = s.student and l.role = o.role and l.kept
    left join staged_record r on r.run_id = l.run_id and r.file_no = l.file_no and r.record_no = l.record_no
   where s.run_id = :run and s.status = 'keeps'
   group by s.student, o.role
)
select student, max(role) filter (where keeps) as keeper, max(role) filter (where not keeps) as silent
  from marked
 group by student
having count(*) = 2 and bool_or(keeps) and not bool_and(keeps)
 order by student
