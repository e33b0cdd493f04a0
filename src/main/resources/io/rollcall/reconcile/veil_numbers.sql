-- Numbers of other colleges' students that a source has written beside a student: his college reads his own number only. A
-- number is that student's beside whom most records have it, then the first. Of one that a list gives to two people both
-- colleges must know.
create temporary table strange on commit drop as
with shared as (
  select {key} as number from messy where folded_into is null and {key} is not null
   group by {key} having min(student) <> max(student) and sum(bit) = bit_or(bit)
),
bearer as (
  select n.number, k.student, count(*) as records, min(k.id) as first
    from shared n join speaker k on k.{key} = n.number and k.id not in (select id from suspect)
   group by n.number, k.student
),
owner as (
  select distinct on (number) number, student from bearer order by number, records desc, first
)
select s.student_key, array_agg(b.number) as numbers,
       coalesce((select min(k.{key}) from speaker k
                  where k.student = b.student and k.id not in (select id from suspect)
                    and k.{key} not in (select o.number from owner o where o.student <> b.student)), '') as own
  from bearer b
  join owner o on o.number = b.number and o.student <> b.student
  join staged_student s on s.run_id = :run and s.student = b.student
  join staged_student t on t.run_id = :run and t.student = o.student
 where s.college is distinct from t.college
 group by s.student_key, b.student;
update finding f
   set veiled = coalesce(f.veiled, '{}')
         || case when f.{key} = any (n.numbers) then jsonb_build_object('{key}', n.own) else '{}' end
         || case when f.roster_value = any (n.numbers) then '{"roster_value": ""}' else '{}'::jsonb end
         || case when f.platform_value = any (n.numbers) then '{"platform_value": ""}' else '{}'::jsonb end
         || case when f.admission_value = any (n.numbers) then '{"admission_value": ""}' else '{}'::jsonb end
  from strange n
 where f.run_id = :run and f.student_key = n.student_key
   and (f.{key} = any (n.numbers) or f.roster_value = any (n.numbers) or f.platform_value = any (n.numbers)
        or f.admission_value = any (n.numbers));
drop table strange
