-- Who is expected to look, and whether he did. Expected are the students of the roster (of the platform where there is
-- no roster) whose entry state is 已入学 or not given. "Looked" is null where no file has a column that tells it.
create temporary table expected on commit drop as
select s.student, s.status, coalesce(s.college, '') as college, coalesce(s.major_name, '') as major,
       coalesce(s.class_no, '') as class_name,
       bool_or(l.role = :list) and s.status in ('ordinary', 'returned') as expected,
       not :platform or bool_or(l.role = 'platform') as found,
       case when bool_or({field_there}) then bool_or({looked}) end as looked
  from staged_student s
  join staged_link l using (campaign_id, run_id, student)
  join staged_record r using (campaign_id, run_id, file_no, record_no)
  join run_file f using (campaign_id, run_id, file_no)
 where s.run_id = :run
 group by s.student, s.status, s.college, s.major_name, s.class_no
