-- Pairs of files of one source that hold mostly the same students: probably an old and a new export.
with member as (
  select distinct role, file_no, student from staged_link where run_id = :run
),
size as (
  select file_no, count(*) as students from member group by file_no
)
select a.file_no as first_file, b.file_no as second_file, count(*) as students
  from member a
  join member b on b.role = a.role and b.student = a.student and b.file_no > a.file_no
  join size sa on sa.file_no = a.file_no
  join size sb on sb.file_no = b.file_no
 group by a.file_no, b.file_no, sa.students, sb.students
having count(*) * 2 > least(sa.students, sb.students)
 order by a.file_no, b.file_no
