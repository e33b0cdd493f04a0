-- Since when a claim is known: the published run of the earliest date that read it.
select s.ref, min(r.business_date) as since
  from claim_seen s
  join effective_run r using (campaign_id, run_id)
 where s.campaign_id = :campaign and r.business_date < :date
 group by s.ref
