-- How the students of each major at admission and at the platform are spread over the majors of the roster.
select x.broad, r.major_name as major, count(*) as students
  from staged_student s
  join staged_record r on r.run_id = :run and r.id = s.roster_id
  left join staged_record p on p.run_id = :run and p.id = s.platform_id
  left join staged_record a on a.run_id = :run and a.id = s.admission_id
 cross join lateral (select a.major_name union select p.major_name) as x(broad)
 where s.run_id = :run and s.status in ('ordinary', 'returned') and r.major_name is not null and x.broad is not null
 group by x.broad, r.major_name
 order by x.broad, students desc, r.major_name
