select c.case_id, v.platform_fact as platform,
       coalesce(nullif(c.approved, ''), case c.answer when 'CONFIRMED' then c.answer_value when '' then p.proposed end) as proposed,
       coalesce(nullif(c.approved, ''), case c.answer when 'CONFIRMED' then c.answer_value else p.offered end) as offered,
       p.proposed as plain_proposed, p.offered as plain_offered
  from run_case c
  left join proposal p using (case_id)
  left join case_value v using (case_id)
 where c.campaign_id = :campaign and c.run_id = :run and c.field = 'id_no' and (p.case_id is not null or c.approved || c.answer_value <> '')
