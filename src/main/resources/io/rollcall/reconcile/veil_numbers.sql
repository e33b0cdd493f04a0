-- Numbers of other colleges' students that a source has written beside a student: his college reads his own number only. A
-- number is that student's beside whom most records have it, then the first, and his whose column shows it; where the two
-- are not one student neither college reads it. Of one that a list gives to two people both must know who have it as theirs.
create temporary table strange on commit drop as
with shared as (
  select {key} as number, sum(bit) <> bit_or(bit) as listed from messy where folded_into is null and {key} is not null
   group by {key} having min(student) <> max(student)
),
bearer as (
  select n.number, n.listed, k.student, rank() over (partition by n.number order by count(*) desc, min(k.id)) as place
    from shared n join speaker k on k.{key} = n.number and k.id not in (select id from suspect)
   group by n.number, n.listed, k.student
),
elsewhere as (
  select b.number, s.student, s.student_key
    from bearer b
    join staged_student s on s.run_id = :run and s.student = b.student
   where not (b.listed and s.{key} = b.number)
     and exists (select 1 from bearer o join staged_student t on t.run_id = :run and t.student = o.student
                  where o.number = b.number and o.student <> b.student and s.college is distinct from t.college
                    and (o.place = 1 or t.{key} = o.number))
)
select e.student_key, array_agg(e.number) as numbers,
       coalesce((select min(k.{key}) from speaker k
                  where k.student = e.student and k.id not in (select id from suspect)
                    and k.{key} not in (select o.number from elsewhere o where o.student = e.student)), '') as own
  from elsewhere e
 group by e.student_key, e.student;
update noted f
   set veiled = coalesce(f.veiled, '{}')
         || case when f.{key} = any (n.numbers) then jsonb_build_object('{key}', n.own) else '{}' end
         || case when f.roster_value = any (n.numbers) then '{"roster_value": ""}' else '{}'::jsonb end
         || case when f.platform_value = any (n.numbers) then '{"platform_value": ""}' else '{}'::jsonb end
         || case when f.admission_value = any (n.numbers) then '{"admission_value": ""}' else '{}'::jsonb end
  from strange n
 where f.student_key = n.student_key
   and (f.{key} = any (n.numbers) or f.roster_value = any (n.numbers) or f.platform_value = any (n.numbers)
        or f.admission_value = any (n.numbers));
drop table strange
