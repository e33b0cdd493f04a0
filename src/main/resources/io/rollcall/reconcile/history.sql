-- From here on findings are joined with themselves, over runs and for the reports.
analyze finding;
-- First seen, and the state a case had: judged against the last published run of each earlier date.
with earlier as (
  select f.finding_id, f.first_seen, f.state, r.business_date,
         r.business_date = (select max(business_date) from effective_run
                             where campaign_id = :campaign and business_date < :date) as is_last
    from finding f
    join effective_run r using (campaign_id, run_id)
   where f.campaign_id = :campaign and r.business_date < :date
),
remembered as (
  select finding_id, min(first_seen) as first_seen, max(state) filter (where is_last) as last_state
    from earlier
   group by finding_id
)
update finding f
   set first_seen = m.first_seen,
       state = coalesce(m.last_state, 'reopened')
  from remembered m
 where f.run_id = :run and f.finding_id = m.finding_id
