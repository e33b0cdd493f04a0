-- Answers that were entered, that came too late, or that lapsed, on an earlier date or when this run looked at the sources:
-- the same file once more changes nothing.
select e.kind, e.reference
  from case_event e join effective_run r using (campaign_id, run_id)
 where e.campaign_id = :campaign and r.business_date < :date and e.reference <> '' and e.kind in ('answered', 'sent', 'stale', 'lapsed')
union
select 'lapsed', concat_ws(E'\n', nullif(p.answer_ref, ''), nullif(p.review_ref, ''))
  from standing p join run_case n on n.campaign_id = :campaign and n.run_id = :run and n.case_no = p.case_no
 where p.answer || p.review <> '' and n.answer || n.review = '' and n.state <> 'closed' and n.corrected = p.corrected
