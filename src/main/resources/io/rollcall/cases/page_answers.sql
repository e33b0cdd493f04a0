-- The answers that pages took since a run, up to one of them, about cases of that run.
select a.*, n.case_id as now_id, n.field, coalesce(case_value_ref(nullif(a.value, ''), :salt), '') as value_ref,
       a.made_run = :run or not coalesce(case_changed(m.facts, n.facts, ''), true) as same
  from page_answer a
  join run_case n on n.campaign_id = :campaign and n.run_id = :run and n.case_no = a.case_no
  left join run_case m on m.campaign_id = :campaign and m.run_id = a.made_run and m.case_id = a.case_id
 where a.campaign_id = :campaign and a.answer_no > (select answers_upto from run where run_id = :run) and a.answer_no <= :upto
   and n.case_id in (:ids)
 order by a.answer_no
