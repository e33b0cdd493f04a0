-- The cases that somebody answered or handed in, as they stand, with the values in clear that may be registered; and of a
-- probable link its other side.
with asked as (
  select n.case_id from review_row v
    join run k on k.campaign_id = :campaign and k.business_date = v.made_date and k.number = v.made_number and k.status = 'published'
    join run_case m on m.campaign_id = :campaign and m.run_id = k.run_id and m.case_id = v.case_id
    join run_case n on n.campaign_id = :campaign and n.run_id = :run and n.case_no = m.case_no
   where v.run_id = :run
  union
  select n.case_id from case_input i join run_case m on m.campaign_id = :campaign and m.run_id = i.made_run and m.state = 'registrar-approved'
    join run_case n on n.campaign_id = :campaign and n.run_id = :run and n.case_no = m.case_no
   where i.campaign_id = :campaign and i.input_no <= (select inputs_upto from run where run_id = :run)
  union
  select n.case_id from page_answer a
    join run_case n on n.campaign_id = :campaign and n.run_id = :run and n.case_no = a.case_no
   where a.campaign_id = :campaign and a.answer_no <= (select answers_upto from run where run_id = :run)
),
pair as (
  select t.case_id, o.case_id as other_id
    from tonight t join tonight o on o.matter = t.matter and o.group_ref = t.group_ref and o.case_id <> t.case_id
   where t.matter = 'LINK_PROBABLE'
)
select c.*, coalesce(p.proposed, '') as proposed_clear, coalesce(p.offered, '') as offered_clear, coalesce(v.platform_fact, '') as platform_value,
       coalesce(x.other_id, '') as other_id, coalesce(t.route, '') as proposed_route
  from run_case c
  left join proposal p using (case_id)
  left join case_value v using (case_id)
  left join tonight t using (case_id)
  left join pair x using (case_id)
 where c.campaign_id = :campaign and c.run_id = :run
   and (c.case_id in (select case_id from asked) or c.case_id in (select other_id from pair where case_id in (select case_id from asked)))
 order by c.case_id
