-- How the members of a group are told to the registrar, with where they stand: a partner without numbers could not be
-- found otherwise.
select s.student,
       concat_ws(' ', s.name, coalesce(s.student_no, s.candidate_no), coalesce(s.college, :unassigned),
                 '(' || concat_ws(';', 'roster:' || rf.path || '#' || r.sheet || '!' || r.row_no,
                                  'platform:' || pf.path || '#' || p.sheet || '!' || p.row_no,
                                  'admission:' || af.path || '#' || a.sheet || '!' || a.row_no) || ')') as told,
       coalesce(s.college, '') as college, s.student_key
  from staged_student s
  left join staged_record r on r.run_id = :run and r.role = 'roster' and r.id = s.roster_id
  left join staged_record p on p.run_id = :run and p.role = 'platform' and p.id = s.platform_id
  left join staged_record a on a.run_id = :run and a.role = 'admission' and a.id = s.admission_id
  left join run_file rf on rf.run_id = :run and rf.file_no = r.file_no
  left join run_file pf on pf.run_id = :run and pf.file_no = p.file_no
  left join run_file af on af.run_id = :run and af.file_no = a.file_no
 where s.run_id = :run and s.student in (:students)
