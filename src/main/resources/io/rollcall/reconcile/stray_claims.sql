-- Rows that a college sent in about students of another one: it is told where they stand, not whom they are about.
insert into run_stray (campaign_id, run_id, college, role, path, sheet, row_no)
select :campaign, :run, s.college, s.role, f.path, s.sheet, s.row_no
  from submitted s
  join run_file f on f.run_id = :run and f.file_no = s.file_no
  join staged_student t on t.run_id = :run and t.student = s.student
 where s.college is not null and t.college is not null and s.college <> t.college
