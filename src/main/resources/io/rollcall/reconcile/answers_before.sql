-- Answers that were entered on an earlier date: the same file once more changes nothing.
select e.reference
  from case_event e join effective_run r using (campaign_id, run_id)
 where e.campaign_id = :campaign and r.business_date < :date and e.kind = 'answered'
