-- Rows of one source that were folded into one student: in which fields do they contradict each other?
select l.student, l.role, v.field,
       case when v.is_date and min(length(v.value)) = 6 then count(distinct left(v.value, 6))
            else count(distinct v.value) end as told
  from (select run_id, role, student from staged_link where run_id = :run
         group by run_id, role, student having count(*) > 1) g
  join staged_link l using (run_id, role, student)
  join staged_record r using (run_id, file_no, record_no)
 cross join lateral (values
       {values}
       ) as v(field, is_date, value)
 group by l.student, l.role, v.field, v.is_date
having v.field = '' or case when v.is_date and min(length(v.value)) = 6 then count(distinct left(v.value, 6))
                            else count(distinct v.value) end > 1
 order by l.student, l.role, v.field
