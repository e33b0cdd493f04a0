-- Rows of one source that were folded into one student: in which fields do they contradict each other?
select l.student, l.role, v.field,
       case when v.is_date and min(length(v.value)) = 6 then count(distinct left(v.value, 6))
            else count(distinct v.value) end as told
  from (select distinct role, student from staged_fold where run_id = :run) g
  -- One student after the other: those who are repeated are few.
 cross join lateral (select id, student, role from staged_link
                      where run_id = :run and student = g.student and role = g.role offset 0) l
  join staged_record r on r.run_id = :run and r.id = l.id
 cross join lateral (values
       {values}
       ) as v(field, is_date, value)
 group by l.student, l.role, v.field, v.is_date
having v.field = '' or case when v.is_date and min(length(v.value)) = 6 then count(distinct left(v.value, 6))
                            else count(distinct v.value) end > 1
 order by l.student, l.role, v.field
