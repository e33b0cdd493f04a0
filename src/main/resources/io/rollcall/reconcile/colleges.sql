-- How many students each college has in each source.
insert into run_college (campaign_id, run_id, college, role, students)
select :campaign, :run, coalesce(s.college, ''), l.role, count(*)
  from staged_link l
  join staged_student s using (campaign_id, run_id, student)
 where l.run_id = :run and l.kept
 group by coalesce(s.college, ''), l.role
