-- How the students of each major at admission and at the platform are spread over the majors of the roster.
create temporary table major_spread on commit drop as
select x.broad, g.major, sum(g.students) as students
  from (select r.major_name as major, p.major_name as platform, a.major_name as admission, count(*) as students
          from staged_student s
          join staged_record r on r.run_id = :run and r.role = 'roster' and r.id = s.roster_id
          left join staged_record p on p.run_id = :run and p.role = 'platform' and p.id = s.platform_id
          left join staged_record a on a.run_id = :run and a.role = 'admission' and a.id = s.admission_id
         where s.run_id = :run and s.status in ('ordinary', 'returned') and r.major_name is not null
         group by r.major_name, p.major_name, a.major_name) g
 cross join lateral (select g.admission union select g.platform) as x(broad)
 where x.broad is not null
 group by x.broad, g.major
