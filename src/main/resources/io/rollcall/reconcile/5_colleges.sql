-- How many students each college has in each source.
insert into run_college (campaign_id, run_id, college, role, students)
select :campaign, :run, coalesce(s.college, ''), r.role, count(distinct r.student_key)
  from staged_record r
  join student s using (student_key)
 where r.run_id = :run
 group by coalesce(s.college, ''), r.role
