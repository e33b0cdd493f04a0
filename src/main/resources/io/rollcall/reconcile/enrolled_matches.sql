-- New students whose ID number stands in the list of enrolled students. An enrolled row with the student's own
-- candidate or student number is the student himself.
select distinct s.student, s.name, s.id_no, e.name as enrolled_name,
       'enrolled:' || f.path || '#' || e.sheet || '!' || e.row_no as place, e.file_no, e.record_no
  from speaker s
  join staged_record e on e.run_id = :run and e.role = 'enrolled' and e.id_no = s.id_no
  join run_file f on f.run_id = e.run_id and f.file_no = e.file_no
 where not exists (select 1 from speaker own
                    where own.student = s.student
                      and (own.candidate_no = e.candidate_no or own.student_no = e.student_no))
 order by s.student, e.file_no, e.record_no
