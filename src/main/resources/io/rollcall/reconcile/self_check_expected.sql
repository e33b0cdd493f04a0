-- Who is expected to look, and whether he did. Expected are the students of the roster (of the platform where there is
-- no roster) whose entry state is 已入学 or not given, and keepers where the job file says so. "Looked" is null where no file has a column that tells it.
create temporary table expected on commit drop as
select s.student, s.status, coalesce(s.college, '') as college, coalesce(s.major_name, '') as major,
       coalesce(s.class_no, '') as class_name,
       h.sources & list.bit <> 0 and (s.status in ('ordinary', 'returned') or :keepers and s.status = 'keeps') as expected,
       not :platform or h.sources & platform.bit <> 0 as found,
       coalesce(k.looked, false) as looked
  from staged_student s
  join held h using (student)
  join role_order list on list.role = :list
  join role_order platform on platform.role = 'platform'
  left join (select p.student, bool_or({looked}) as looked
               from speaker p
               join run_file f on f.run_id = :run and f.file_no = p.file_no and :field = any (f.columns)
               join staged_record r on r.run_id = :run and r.file_no = p.file_no and r.record_no = p.record_no
              group by p.student) k on k.student = s.student
 where s.run_id = :run;
analyze expected
