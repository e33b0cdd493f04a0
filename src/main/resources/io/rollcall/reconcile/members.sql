-- How the members of a group are told to the registrar.
select s.student, concat_ws(' ', s.name, coalesce(s.student_no, s.candidate_no), coalesce(s.college, :unassigned),
                            string_agg(l.role || ':' || f.path || '#' || r.sheet || '!' || r.row_no, ';'
                                       order by o.rank, l.file_no, l.record_no)) as told,
       coalesce(s.college, '') as college, s.student_key
  from staged_student s
  join staged_link l using (campaign_id, run_id, student)
  join staged_record r using (campaign_id, run_id, file_no, record_no)
  join run_file f using (campaign_id, run_id, file_no)
  join role_order o on o.role = l.role
 where s.run_id = :run and l.kept and s.student in (:students)
 group by s.student, s.name, s.student_no, s.candidate_no, s.college, s.student_key
