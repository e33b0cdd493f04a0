-- The rows of one kind of form in the order of the files, with the columns of the student they are about.
select s.file_no, s.record_no, f.role || ':' || f.path || '#' || s.sheet || '!' || s.row_no as place, f.path, s.sheet, s.row_no,
       s.student, s.raw::text as raw, s.extra::text as extra, s.shape::text as shape, s.college as stated_college, s.name as stated_name,
       case when t.student is not null then t.student_key
            when s.candidate_no is not null then 'C:' || s.candidate_no
            when s.student_no is not null then 'S:' || s.student_no else s.spare_key end as student_key,
       case when t.student is not null then coalesce(t.college, '') else coalesce(s.college, '') end as college,
       case when t.student is not null then coalesce(t.student_no, '') else coalesce(s.raw ->> 'student_no', '') end as student_no,
       case when t.student is not null then coalesce(t.candidate_no, '') else coalesce(s.raw ->> 'candidate_no', '') end as candidate_no,
       case when t.student is not null then coalesce(t.name, '') else coalesce(s.raw ->> 'name', '') end as name,
       coalesce(t.major_name, '') as major, coalesce(t.class_no, '') as class_name
  from submitted s
  join run_file f on f.run_id = :run and f.file_no = s.file_no
  left join staged_student t on t.run_id = :run and t.student = s.student
 where s.role = :role
 order by s.file_no, s.record_no
