-- Links that a person confirmed or refused are remembered: a link is found anew in every run.
insert into link_decision (campaign_id, left_key, right_key, confirmed, decided_on, decided_by, source)
select distinct on (least(f.student_key, o.student_key), greatest(f.student_key, o.student_key))
       :campaign, least(f.student_key, o.student_key), greatest(f.student_key, o.student_key),
       f.state = 'registrar-approved', coalesce(f.answered_on, :date), f.answered_by, 'review'
  from finding f
  join finding o on o.run_id = :run and o.code = f.code and o.group_ref = f.group_ref and o.student_key <> f.student_key
 where f.run_id = :run and f.code = 'LINK_PROBABLE' and f.state in ('registrar-approved', 'registrar-rejected')
 order by least(f.student_key, o.student_key), greatest(f.student_key, o.student_key), f.finding_id
    on conflict (campaign_id, left_key, right_key) do update
   set confirmed = excluded.confirmed, decided_on = excluded.decided_on, decided_by = excluded.decided_by
