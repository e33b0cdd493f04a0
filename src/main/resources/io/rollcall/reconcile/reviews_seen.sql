-- Since when an answer is known.
update finding f
   set first_seen = e.first_seen
  from (select p.finding_id, min(p.first_seen) as first_seen
          from finding p join effective_run r using (campaign_id, run_id)
         where p.campaign_id = :campaign and r.business_date < :date and p.code like 'REVIEW!_%' escape '!'
         group by p.finding_id) e
 where f.run_id = :run and f.finding_id = e.finding_id
