-- Pairs of files of one source that hold mostly the same students: probably an old and a new export. A student who stands
-- in two files of a source has a row that was folded.
with repeated as (
  select distinct role, student from staged_fold where run_id = :run
),
member as (
  select l.role, l.id >> 36 as file_no, l.student, count(*) as rows
    from repeated
   cross join lateral (select role, id, student from staged_link
                        where run_id = :run and student = repeated.student and role = repeated.role offset 0) l
   group by l.role, l.id >> 36, l.student
),
size as (
  select f.file_no, f.rows_loaded - (select coalesce(sum(m.rows - 1), 0) from member m where m.file_no = f.file_no) as students
    from run_file f
   where f.run_id = :run
)
select a.file_no as first_file, b.file_no as second_file, count(*) as students
  from member a
  join member b on b.role = a.role and b.student = a.student and b.file_no > a.file_no
  join size sa on sa.file_no = a.file_no
  join size sb on sb.file_no = b.file_no
 group by a.file_no, b.file_no, sa.students, sb.students
having count(*) * 2 > least(sa.students, sb.students)
 order by a.file_no, b.file_no
