-- Every student of the lists once, under the gravest of what is open about him; the self-check is counted apart.
insert into run_receipt (campaign_id, run_id, college, students, missing, doubled, differ, other)
with gravest as (
  select s.student, coalesce(s.college, '') as college,
         min(case when f.code = any (:missing) then 1 when f.code = any (:doubled) then 2
                  when f.code = any (:differ) then 3 when f.code is not null then 4 end) as class
    from staged_student s
    left join (noted f left join run_case c on c.campaign_id = :campaign and c.run_id = :run and c.case_id = f.case_id)
           on f.student_key = s.student_key and f.severity <> 'I' and c.state is distinct from 'known-ok'
              and f.code <> all (:apart)
   where s.run_id = :run
   group by s.student, s.college
)
select :campaign, :run, college, count(*), count(*) filter (where class = 1), count(*) filter (where class = 2),
       count(*) filter (where class = 3), count(*) filter (where class = 4)
  from gravest
 group by college
