-- How many students each college has in each source.
insert into run_college (campaign_id, run_id, college, role, students)
select :campaign, :run, c.college, v.role, v.students
  from (select coalesce(college, '') as college, count(roster_id) as roster, count(platform_id) as platform,
               count(admission_id) as admission
          from staged_student where run_id = :run group by coalesce(college, '')) c
 cross join lateral (values ('roster', c.roster), ('platform', c.platform), ('admission', c.admission)) as v(role, students)
 where v.students > 0
