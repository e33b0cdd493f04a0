-- Links that a person confirmed or refused are remembered: a link is found anew in every run.
insert into run_link_decision (campaign_id, run_id, left_key, right_key, confirmed, decided_on, decided_by)
with decided as (
  select least(c.student_key, o.student_key) as left_key, greatest(c.student_key, o.student_key) as right_key,
         c.state = 'registrar-approved' as confirmed, coalesce(c.reviewed_on, :date) as decided_on, c.reviewed_by, 1 as rank
    from run_case c
    join tonight t on t.case_id = c.case_id
    join tonight u on u.matter = t.matter and u.group_ref = t.group_ref and u.case_id <> t.case_id
    join run_case o on o.campaign_id = :campaign and o.run_id = :run and o.case_id = u.case_id
   where c.campaign_id = :campaign and c.run_id = :run and c.matter = 'LINK_PROBABLE' and c.state in ('registrar-approved', 'registrar-rejected')
  union all
  select least(l, r), greatest(l, r), confirmed, decided_on, decided_by, 2
    from (select coalesce(m.now_key, d.left_key) as l, coalesce(o.now_key, d.right_key) as r, d.confirmed, d.decided_on, d.decided_by
            from run_link_decision d
            left join moved m on m.student_key = d.left_key
            left join moved o on o.student_key = d.right_key
           where d.run_id = (select run_id from effective_run
                              where campaign_id = :campaign and business_date < :date order by business_date desc limit 1)) k
   where l <> r
)
select distinct on (left_key, right_key) :campaign, :run, left_key, right_key, confirmed, decided_on, reviewed_by
  from decided order by left_key, right_key, rank
