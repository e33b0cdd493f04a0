-- How the students of each major at admission and at the platform are spread over the majors of the roster.
create temporary table major_spread on commit drop as
select x.broad, g.major, sum(g.students) as students
  from (select roster_major as major, platform_major as platform, admission_major as admission, count(*) as students
          from staged_student
         where run_id = :run and status in ('ordinary', 'returned') and roster_major is not null
         group by roster_major, platform_major, admission_major) g
 cross join lateral (select g.admission union select g.platform) as x(broad)
 where x.broad is not null
 group by x.broad, g.major
