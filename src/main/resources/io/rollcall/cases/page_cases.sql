-- Cases as a published run left them, with references in the place of all values, and of a probable link its other side.
with asked as (
  select case_id from run_case where campaign_id = :campaign and run_id = :run and case_id in (:ids)
),
pair as (
  select distinct a.case_id, b.case_id as other_id
    from finding a join finding b on b.campaign_id = :campaign and b.run_id = :run and b.code = 'LINK_PROBABLE' and b.group_ref = a.group_ref and b.case_id <> a.case_id
   where a.campaign_id = :campaign and a.run_id = :run and a.code = 'LINK_PROBABLE' and a.case_id in (select case_id from asked)
),
every as (
  select case_id, coalesce((select min(other_id) from pair p where p.case_id = a.case_id), '') as other_id from asked a
  union
  select other_id, min(case_id) from pair where other_id not in (select case_id from asked) group by other_id
)
select v.*, e.other_id, coalesce(nullif(c.plain_proposed_ref, ''), case when c.answer || c.approved = '' then c.proposed_ref end, '') as proposed_clear,
       coalesce(nullif(c.plain_offered_ref, ''), case when c.answer <> 'CONFIRMED' and c.approved = '' then c.offered_ref end, '') as offered_clear,
       '' as platform_value, '' as proposed_route,
       c.proposed as proposed_text, c.offered as offered_text, c.plain_proposed as plain_proposed_text, c.plain_offered as plain_offered_text,
       c.answer_value as answer_text, c.review_value as review_text, c.approved as approved_text, coalesce(c.set_aside ->> 1, '') as set_aside_text,
       exists (select 1 from case_input i join run_case m on m.campaign_id = :campaign and m.run_id = i.made_run and m.case_no = c.case_no
                where i.campaign_id = :campaign and i.input_no > (select inputs_upto from run where run_id = :run)
                  and m.state = 'registrar-approved' and m.route = i.route and m.approved = c.approved and c.approved <> '') as handed_in
  from run_case c
  join every e using (case_id)
 cross join lateral jsonb_populate_record(c, jsonb_build_object(
         'answer_value', coalesce(case_value_ref(nullif(c.answer_value, ''), :salt), ''),
         'review_value', coalesce(case_value_ref(nullif(c.review_value, ''), :salt), ''),
         'approved', coalesce(case_value_ref(nullif(c.approved, ''), :salt), ''),
         'replaced', '',
         'set_aside', case when c.set_aside ->> 1 <> '' then jsonb_set(c.set_aside, '{1}', to_jsonb(case_value_ref(c.set_aside ->> 1, :salt)))
                           else c.set_aside end)) v
 where c.campaign_id = :campaign and c.run_id = :run
 order by c.case_id
