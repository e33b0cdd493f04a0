-- Who is expected to look, and whether he did. Expected are the students of the roster (of the platform where there is
-- no roster) whose entry state is 已入学 or not given, and keepers where the job file says so.
create temporary table expected on commit drop as
select s.student, s.status, coalesce(s.college, '') as college, coalesce(s.major_name, '') as major,
       coalesce(s.class_no, '') as class_name,
       s.sources & list.bit <> 0 and (s.status in ('ordinary', 'returned') or :keepers and s.status = 'keeps') as expected,
       not :platform or s.platform_id is not null as found, s.looked
  from staged_student s
  join role_order list on list.role = :list
 where s.run_id = :run;
analyze expected
