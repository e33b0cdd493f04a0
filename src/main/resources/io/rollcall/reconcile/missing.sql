-- Students of one source whom another usable source does not hold. Who gave up, keeps the place or left is judged by
-- that. What a probable link alone causes waits until a person has decided.
select s.student, o.role, s.candidate_no, s.student_no, (array_agg(r.name order by h.rank))[1] as name,
       (array_agg(r.id_no order by h.rank) filter (where r.id_no is not null))[1] as id_no,
       string_agg(h.role, ',' order by h.rank) as holders
  from staged_student s
  join usable o on true
  join staged_link l on l.run_id = s.run_id and l.student = s.student and l.kept
  join role_order h on h.role = l.role
  join staged_record r on r.run_id = l.run_id and r.file_no = l.file_no and r.record_no = l.record_no
 where s.run_id = :run and s.status in ('ordinary', 'returned')
   and not exists (select 1 from staged_link m where m.run_id = s.run_id and m.student = s.student and m.role = o.role)
   and not exists (select 1 from probable p
                     join staged_link m on m.run_id = :run and m.student = p.other and m.role = o.role
                    where p.student = s.student)
 group by s.student, o.role, s.candidate_no, s.student_no
 order by s.student, o.role
